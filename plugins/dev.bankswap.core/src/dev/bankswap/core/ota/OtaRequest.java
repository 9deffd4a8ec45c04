/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import dev.bankswap.core.signing.CodeSigner;
import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.FirmwareVersion;

/**
 * An update to be launched.
 *
 * @param image what the board shall run
 * @param thingName which board
 * @param fileName what the firmware on the board takes an image as; it refuses every other name
 * @param bucket where to upload; empty for {@code afr-ota-<account>-<region>}
 * @param objectKey name of the object in the bucket
 * @param role name of the service role
 * @param mode who signs
 * @param profile name of the signing profile, used by {@link SigningMode#SIGNER} only
 * @param signer the code-signing key
 * @param updateId id of the update
 * @param device what is known of the board
 */
public record OtaRequest(FirmwareImage image, String thingName, String fileName, Optional<String> bucket, String objectKey, String role,
		SigningMode mode, String profile, CodeSigner signer, String updateId, KnownDevice device) {
	/** What the seed's firmware takes an image as. */
	public static final String SEED_FILE_NAME = "STM32H573I-DK_aws.bin"; //$NON-NLS-1$
	/** Name of the service role that is created if there is none. */
	public static final String DEFAULT_ROLE = "bankswap-ota-service"; //$NON-NLS-1$
	/** Name of the signing profile that is created if there is none. */
	public static final String DEFAULT_PROFILE = "bankswap_ota_signer"; //$NON-NLS-1$
	private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss", Locale.ROOT); //$NON-NLS-1$

	/**
	 * What is known of the board; all of it may be unknown.
	 *
	 * @param version what it runs
	 * @param signingKey its public code-signing key, as SubjectPublicKeyInfo in DER
	 */
	public record KnownDevice(Optional<FirmwareVersion> version, Optional<byte[]> signingKey) {
		/**
		 * Nothing is known.
		 *
		 * @return a board that nobody asked
		 */
		public static KnownDevice unknown() {
			return new KnownDevice(Optional.empty(), Optional.empty());
		}
	}

	/**
	 * Makes a request with what is usual.
	 *
	 * @param image what the board shall run
	 * @param thingName which board
	 * @param signer the code-signing key
	 * @param clock the id is made from its time
	 * @return the request
	 */
	public static OtaRequest of(FirmwareImage image, String thingName, CodeSigner signer, Clock clock) {
		String id = "H5DK_" + ID_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)); //$NON-NLS-1$
		return new OtaRequest(image, thingName, image.embeddedFileName().orElse(SEED_FILE_NAME), Optional.empty(), binaryName(image.name()), DEFAULT_ROLE,
				SigningMode.CUSTOM, DEFAULT_PROFILE, signer, id, KnownDevice.unknown());
	}

	private static String binaryName(String name) {
		return name.endsWith(".elf") || name.endsWith(".axf") ? name.substring(0, name.length() - 4) + ".bin" : name; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/**
	 * Changes who signs.
	 *
	 * @param other who
	 * @return a copy
	 */
	public OtaRequest withMode(SigningMode other) {
		return new OtaRequest(image, thingName, fileName, bucket, objectKey, role, other, profile, signer, updateId, device);
	}

	/**
	 * Changes the id.
	 *
	 * @param other the id
	 * @return a copy
	 */
	public OtaRequest withUpdateId(String other) {
		return new OtaRequest(image, thingName, fileName, bucket, objectKey, role, mode, profile, signer, other, device);
	}

	/**
	 * Changes the file name.
	 *
	 * @param other what the firmware takes an image as
	 * @return a copy
	 */
	public OtaRequest withFileName(String other) {
		return new OtaRequest(image, thingName, other, bucket, objectKey, role, mode, profile, signer, updateId, device);
	}

	/**
	 * Changes what is known of the board.
	 *
	 * @param other what is known
	 * @return a copy
	 */
	public OtaRequest withDevice(KnownDevice other) {
		return new OtaRequest(image, thingName, fileName, bucket, objectKey, role, mode, profile, signer, updateId, other);
	}
}
