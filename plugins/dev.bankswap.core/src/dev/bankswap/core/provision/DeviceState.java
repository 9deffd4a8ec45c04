/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import dev.bankswap.device.CliClient;
import dev.bankswap.device.DeviceConfiguration;
import dev.bankswap.device.DevicePki;
import dev.bankswap.device.SerialException;

/** What a board has. The configuration holds a password, so it is not shown. */
final class DeviceState {
	private final Map<String, String> configuration;
	private final Optional<byte[]> rootCa;
	private final Optional<byte[]> publicKey;
	private final Optional<byte[]> certificate;

	private DeviceState(Map<String, String> configuration, Optional<byte[]> rootCa, Optional<byte[]> publicKey, Optional<byte[]> certificate) {
		this.configuration = configuration;
		this.rootCa = rootCa;
		this.publicKey = publicKey;
		this.certificate = certificate;
	}

	static DeviceState read(CliClient client) throws SerialException {
		client.synchronise();
		DevicePki pki = new DevicePki(client);
		return new DeviceState(new DeviceConfiguration(client).read(), pki.exportCertificate(DevicePki.ROOT_CA),
				pki.exportKey(DevicePki.TLS_PUBLIC_KEY), pki.exportCertificate(DevicePki.TLS_CERTIFICATE));
	}

	/** Tells whether a key has a value; a number is compared as its text, as the board prints it. */
	boolean has(String key, String value) {
		return value.equals(configuration.get(key));
	}

	String value(String key) {
		return configuration.getOrDefault(key, ""); //$NON-NLS-1$
	}

	boolean hasRoot(RootCertificate wanted) {
		return rootCa.isPresent() && Arrays.equals(rootCa.get(), wanted.der());
	}

	Optional<byte[]> rootCa() {
		return rootCa;
	}

	/** Returns the certificate if it fits the board's key and the name, so that it can stay. */
	Optional<byte[]> identity(String thingName) {
		return certificate.filter(der -> publicKey.isPresent() && Identity.problem(der, publicKey.get(), thingName).isEmpty());
	}

	Optional<byte[]> publicKey() {
		return publicKey;
	}
}
