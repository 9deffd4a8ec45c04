/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.pki;

import java.util.Optional;

import dev.bankswap.firmware.fs.FirmwareFileSystem;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.formats.PkiObject;

/**
 * PKCS#11 objects as files in the root of the volume ({@code core_pkcs11_pal_littlefs.c}). A label is cut at 32 bytes;
 * one without a file cannot be found or stored.
 */
public final class PkiStore {

	private static final String SOURCE = "core_pkcs11_pal_littlefs.c";

	private static final int MAX_LABEL = 32;

	private final FirmwareFileSystem files;

	private final Logger log;

	/**
	 * Creates the store of one boot.
	 *
	 * @param files where the objects are kept
	 * @param log   where failures are reported
	 */
	public PkiStore(FirmwareFileSystem files, Logger log) {
		this.files = files;
		this.log = log;
	}

	/**
	 * Looks an object up, as {@code PKCS11_PAL_FindObject} does: a missing file is logged.
	 *
	 * @param label its label
	 * @return whether it exists
	 */
	public boolean find(String label) {
		Optional<PkiObject> object = object(label);
		boolean found = object.filter(each -> files.exists(path(each))).isPresent();
		if (!found) {
			object.ifPresent(each -> log.info(SOURCE, 79, "Could not open %s for reading.", each.fileName()));
		}
		return found;
	}

	/**
	 * Reads an object.
	 *
	 * @param label its label
	 * @return its DER as stored, or empty
	 */
	public Optional<byte[]> load(String label) {
		return find(label) ? object(label).flatMap(each -> files.read(path(each))) : Optional.empty();
	}

	/**
	 * Creates or replaces an object.
	 *
	 * @param label its label
	 * @param der   its DER
	 * @return whether it was stored
	 */
	public boolean store(String label, byte[] der) {
		Optional<PkiObject> object = object(label);
		if (object.isEmpty()) {
			log.error(SOURCE, 265, "Could not save object. Unable to open the correct file.");
			return false;
		}
		if (files.write(path(object.get()), der)) {
			return true;
		}
		log.error(SOURCE, 232,
				"PKCS #11 PAL was unable to save object to file. The PAL was unable to open a file with name %s in write mode.",
				object.get().fileName());
		return false;
	}

	/**
	 * Deletes an object, if it exists.
	 *
	 * @param label its label
	 * @return whether it existed
	 */
	public boolean delete(String label) {
		return find(label) && object(label).filter(each -> files.delete(path(each))).isPresent();
	}

	private static Optional<PkiObject> object(String label) {
		return PkiObject.byLabel(label.substring(0, Math.min(MAX_LABEL, label.length())));
	}

	private static String path(PkiObject object) {
		return '/' + object.fileName();
	}
}
