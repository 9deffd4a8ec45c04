/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.bankswap.aws.OtaUpdateRequest;
import dev.bankswap.core.ota.Finding.Check;
import dev.bankswap.core.ota.Finding.Severity;
import dev.bankswap.core.signing.CodeSigner;
import dev.bankswap.core.signing.SigningException;
import dev.bankswap.formats.FirmwareVersion;

/** Checks an update before anything is uploaded: what the board would refuse minutes later is said at once. */
public final class Preflight {
	/** The firmware refuses less. */
	private static final int MIN_SIZE = 16;
	private static final int BANK_SIZE = 1 << 20;
	private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1," + OtaUpdateRequest.MAX_ID + "}"); //$NON-NLS-1$ //$NON-NLS-2$

	private final OtaRequest request;
	private final List<Finding> findings = new ArrayList<>();

	private Preflight(OtaRequest request) {
		this.request = request;
	}

	/**
	 * Runs all checks that need neither board nor cloud.
	 *
	 * @param request the update
	 * @return one finding for each check, the good ones too
	 * @throws SigningException if the key cannot be used at all
	 */
	public static List<Finding> check(OtaRequest request) throws SigningException {
		Preflight preflight = new Preflight(request);
		preflight.updateId();
		preflight.fileName();
		preflight.size();
		preflight.version();
		preflight.signature();
		return List.copyOf(preflight.findings);
	}

	private void updateId() {
		boolean fits = ID.matcher(request.updateId()).matches();
		add(Check.UPDATE_ID, fits ? Severity.OK : Severity.ERROR, fits ? Messages.id_ok : Messages.id_bad, request.updateId(),
				Integer.valueOf(OtaUpdateRequest.MAX_ID));
	}

	private void fileName() {
		Optional<String> embedded = request.image().embeddedFileName();
		if (embedded.isEmpty()) {
			add(Check.FILE_NAME, Severity.WARNING, Messages.file_unknown, request.fileName());
		} else {
			boolean same = embedded.get().equals(request.fileName());
			add(Check.FILE_NAME, same ? Severity.OK : Severity.ERROR, same ? Messages.file_ok : Messages.file_other, request.fileName(), embedded.get());
		}
	}

	private void size() {
		int size = request.image().size();
		boolean fits = size >= MIN_SIZE && size <= BANK_SIZE;
		add(Check.SIZE, fits ? Severity.OK : Severity.ERROR, fits ? Messages.size_ok : Messages.size_bad, Integer.valueOf(size), Integer.valueOf(BANK_SIZE));
	}

	private void version() {
		Optional<FirmwareVersion> image = request.image().version();
		Optional<FirmwareVersion> board = request.device().version();
		if (image.isEmpty()) {
			add(Check.VERSION, Severity.WARNING, Messages.version_unknown);
		} else if (board.isEmpty()) {
			add(Check.VERSION, Severity.WARNING, Messages.version_boardUnknown, image.get());
		} else {
			boolean higher = image.get().compareTo(board.get()) > 0;
			add(Check.VERSION, higher ? Severity.OK : Severity.ERROR, higher ? Messages.version_ok : Messages.version_notHigher, image.get(), board.get());
		}
	}

	private void signature() throws SigningException {
		byte[] image = request.image().binary();
		byte[] signature = request.signer().sign(image);
		Optional<byte[]> onBoard = request.device().signingKey();
		if (!CodeSigner.verify(onBoard.orElse(request.signer().publicKey()), image, signature)) {
			add(Check.SIGNATURE, Severity.ERROR, onBoard.isPresent() ? Messages.signature_otherKey : Messages.signature_bad);
		} else if (onBoard.isPresent()) {
			add(Check.SIGNATURE, Severity.OK, Messages.signature_ok);
		} else {
			add(Check.SIGNATURE, Severity.WARNING, Messages.signature_boardUnknown);
		}
	}

	private void add(Check check, Severity severity, String message, Object... values) {
		findings.add(new Finding(check, severity, values.length == 0 ? message : NLS.bind(message, values)));
	}
}
