/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.signer.SignerClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK's clients for one account, made when they are first used, all on one HTTP client. */
final class SdkClients implements AutoCloseable {
	private final AwsAccount account;
	private final SdkHttpClient http = ApacheHttpClient.builder().connectionTimeout(Duration.ofSeconds(5)).socketTimeout(Duration.ofSeconds(30)).build();
	private final AwsCredentialsProvider credentials;
	private final Map<Class<?>, AutoCloseable> clients = new LinkedHashMap<>();

	SdkClients(AwsAccount account) {
		this.account = account;
		this.credentials = provider(account.credentials());
	}

	private static AwsCredentialsProvider provider(AwsCredentials credentials) {
		if (credentials instanceof AwsCredentials.Profile profile) {
			return ProfileCredentialsProvider.create(profile.name());
		}
		if (credentials instanceof AwsCredentials.Static keys) {
			return StaticCredentialsProvider.create(keys.sessionToken().isPresent()
					? AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken().get())
					: AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()));
		}
		return DefaultCredentialsProvider.builder().build();
	}

	String region() {
		return account.region();
	}

	IotClient iot() {
		return client(IotClient.class, () -> configured(IotClient.builder()).build());
	}

	StsClient sts() {
		return client(StsClient.class, () -> configured(StsClient.builder()).build());
	}

	AcmClient acm() {
		return client(AcmClient.class, () -> configured(AcmClient.builder()).build());
	}

	SignerClient signer() {
		return client(SignerClient.class, () -> configured(SignerClient.builder()).build());
	}

	/** IAM is one service for the whole world. */
	IamClient iam() {
		return client(IamClient.class, () -> configured(IamClient.builder()).region(Region.AWS_GLOBAL).build());
	}

	/**
	 * Buckets are addressed by path where there is no name server for them. An image is sent as it is, without chunks and trailers: it is
	 * small, SigV4 signs its SHA-256, and every stand-in for S3 understands it.
	 */
	S3Client s3() {
		return client(S3Client.class, () -> configured(S3Client.builder()).forcePathStyle(account.endpoint().isPresent())
				.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
				.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
				.serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(Boolean.FALSE)).build());
	}

	private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder) {
		account.endpoint().ifPresent(builder::endpointOverride);
		return builder.httpClient(http).credentialsProvider(credentials).region(Region.of(account.region()));
	}

	private synchronized <C extends AutoCloseable> C client(Class<C> type, Supplier<C> maker) {
		return type.cast(clients.computeIfAbsent(type, key -> maker.get()));
	}

	@Override
	public synchronized void close() {
		List<AutoCloseable> open = new ArrayList<>(clients.values());
		clients.clear();
		for (AutoCloseable client : open) {
			Calls.close(client);
		}
		http.close();
		if (credentials instanceof AutoCloseable provider) {
			Calls.close(provider);
		}
	}
}
