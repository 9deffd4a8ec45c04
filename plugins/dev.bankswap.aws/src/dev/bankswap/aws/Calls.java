/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes calls through the SDK and turns its exceptions into ours; the only place that knows them. */
final class Calls {
	private static final System.Logger LOG = System.getLogger("dev.bankswap.aws");

	private Calls() {
	}

	/** Makes a call. */
	static <T> T call(String service, String operation, Supplier<T> action) throws CloudException {
		try {
			return action.get();
		} catch (AwsServiceException e) {
			throw refused(service, operation, e);
		} catch (SdkException e) {
			throw notSent(service, operation, e);
		}
	}

	/** Makes a call that answers "not found" with nothing. */
	static <T> Optional<T> find(String service, String operation, Supplier<T> action) throws CloudException {
		try {
			return Optional.of(call(service, operation, action));
		} catch (CloudException e) {
			if (e.problem() == CloudProblem.NOT_FOUND) {
				return Optional.empty();
			}
			throw e;
		}
	}

	static void close(AutoCloseable client) {
		try {
			client.close();
		} catch (Exception e) {
			LOG.log(System.Logger.Level.WARNING, "A client did not close", e);
		}
	}

	private static CloudException refused(String service, String operation, AwsServiceException e) {
		AwsErrorDetails details = e.awsErrorDetails();
		String code = details == null ? "" : text(details.errorCode());
		String said = details == null ? "" : text(details.errorMessage());
		CloudProblem problem = problem(code, e.statusCode());
		String message = service + " " + operation + " was refused: " + (code.isEmpty() ? "HTTP " + e.statusCode() : code)
				+ (said.isEmpty() ? "" : " – " + said) + ". " + advice(problem, service, operation);
		CloudException result = new CloudException(problem, service, operation, code, message);
		result.initCause(e);
		return result;
	}

	private static CloudException notSent(String service, String operation, SdkException e) {
		String text = text(e.getMessage());
		CloudProblem problem = CloudProblem.UNREACHABLE;
		if (e instanceof AbortedException) {
			problem = CloudProblem.CANCELLED;
		} else if (text.contains("credentials") || text.contains("SSO token") || text.contains("Token") || text.contains("rofile")) {
			problem = CloudProblem.CREDENTIALS;
		} else if (!(e instanceof SdkClientException)) {
			problem = CloudProblem.OTHER;
		}
		CloudException result = new CloudException(problem, service, operation, "",
				service + " " + operation + " was not answered: " + text + " " + advice(problem, service, operation));
		result.initCause(e);
		return result;
	}

	private static String text(@Nullable String value) {
		return value == null ? "" : value.strip();
	}

	/** IoT's codes end with "Exception", those of S3 and IAM do not, and its limits answer with unusual HTTP codes; so the code decides. */
	private static CloudProblem problem(String code, int http) {
		String name = code.replace("Exception", "");
		return switch (name) {
		case "ResourceNotFound", "NoSuchEntity", "NoSuchBucket", "NoSuchKey", "NotFound" -> CloudProblem.NOT_FOUND;
		case "ResourceAlreadyExists", "EntityAlreadyExists", "BucketAlreadyOwnedByYou", "BucketAlreadyExists", "DeleteConflict",
				"ConflictingResourceUpdate", "Conflict", "VersionConflict", "OperationAborted", "CertificateConflict" -> CloudProblem.CONFLICT;
		case "AccessDenied", "Unauthorized", "NotAuthorized", "Forbidden" -> CloudProblem.ACCESS_DENIED;
		case "ExpiredToken", "InvalidClientTokenId", "UnrecognizedClient", "SignatureDoesNotMatch", "InvalidAccessKeyId",
				"IncompleteSignature", "RequestExpired" -> CloudProblem.CREDENTIALS;
		case "Throttling", "ThrottlingError", "TooManyRequests", "SlowDown", "RequestLimitExceeded" -> CloudProblem.THROTTLED;
		case "LimitExceeded", "VersionsLimitExceeded" -> CloudProblem.LIMIT;
		default -> ofHttp(http);
		};
	}

	private static CloudProblem ofHttp(int http) {
		return switch (http) {
		case 400 -> CloudProblem.INVALID;
		case 401, 403 -> CloudProblem.ACCESS_DENIED;
		case 404 -> CloudProblem.NOT_FOUND;
		case 409 -> CloudProblem.CONFLICT;
		case 429 -> CloudProblem.THROTTLED;
		default -> CloudProblem.OTHER;
		};
	}

	private static String advice(CloudProblem problem, String service, String operation) {
		return switch (problem) {
		case NOT_FOUND -> "Check the name, the region and the account.";
		case CONFLICT -> "Choose another name, or remove what is there.";
		case ACCESS_DENIED -> "Let your administrator allow the action " + service + ":" + operation + ".";
		case CREDENTIALS -> "Check the profile; for single sign-on, run: aws sso login.";
		case THROTTLED -> "Wait a minute and try again.";
		case LIMIT -> "A limit of the account is reached; remove what is not needed any more.";
		case INVALID -> "A value was not accepted; correct it and try again.";
		case UNREACHABLE -> "Check the network, the proxy and the region.";
		case CANCELLED -> "It was cancelled.";
		default -> "Try again; if it happens again, look at the service's health page.";
		};
	}
}
