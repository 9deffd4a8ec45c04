/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.Optional;
import java.util.function.IntConsumer;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.StackUse;
import dev.bankswap.firmware.kernel.Task;

/**
 * Hashes the received image and verifies its signature. The task does so at the lowest priority of the application, so the
 * work is cut into pieces between which other tasks run.
 */
final class ImageVerifier {

	/** Together about 390 ms for the sample image of 492,536 bytes. */
	private static final int PIECE = 16_384;
	private static final int PIECE_MS = 11;
	private static final int VERIFY_MS = 45;

	private final FirmwareContext context;
	private final ImageFlash flash;
	private final Task task;
	private final SHA256Digest digest = new SHA256Digest();

	ImageVerifier(FirmwareContext context, ImageFlash flash, Task task) {
		this.context = context;
		this.flash = flash;
		this.task = task;
	}

	/** Verifies the first bytes of the inactive bank and tells the status word. */
	void verify(int size, byte[] signature, String keyLabel, IntConsumer done) {
		hash(0, size, () -> check(signature, keyLabel, done));
	}

	private void hash(int from, int size, Runnable then) {
		if (from >= size) {
			then.run();
			return;
		}
		int length = Math.min(PIECE, size - from);
		digest.update(flash.read(from, length), 0, length);
		task.after(PIECE_MS, () -> hash(from + length, size, then));
	}

	private void check(byte[] signature, String keyLabel, IntConsumer done) {
		byte[] hash = new byte[digest.getDigestSize()];
		digest.doFinal(hash, 0);
		Optional<ECPublicKeyParameters> key = context.pki().load(keyLabel).flatMap(SignatureCheck::key);
		if (key.isEmpty()) {
			context.log().error(OtaPal.SOURCE, 862, "Failed to load OTA Signing public key.");
			done.accept(PalStatus.BAD_SIGNER_CERT.word());
			return;
		}
		context.kernel().useStack(StackUse.SIGNATURE);
		context.kernel().heap().pass(HeapUse.SIGNATURE_CHECK);
		task.after(VERIFY_MS, () -> done.accept(judge(SignatureCheck.verify(key.get(), hash, signature))));
	}

	private int judge(SignatureCheck.Result result) {
		if (result.good()) {
			return PalStatus.SUCCESS.word();
		}
		context.log().error(OtaPal.SOURCE, 874, "OTA Image signature verification failed. %s : %s.", result.high(), result.low());
		return PalStatus.SIGNATURE_CHECK_FAILED.word(result.code());
	}
}
