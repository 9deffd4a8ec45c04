/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.bankswap.core.operation.FailureKind;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.device.DeviceConfiguration;

/**
 * What a board shall become.
 *
 * @param thingName name of the thing, also the MQTT client id and the subject of the certificate
 * @param endpoint host name to connect to; empty for the endpoint of the account
 * @param mqttPort TCP port to connect to, 8883 at AWS
 * @param wifi the network; empty to leave the board's as it is
 * @param rootCa what the board checks the endpoint with
 * @param policy what the board may do
 * @param renewIdentity whether to make a new key and certificate although the board has a matching pair
 */
public record ProvisioningRequest(String thingName, Optional<String> endpoint, int mqttPort, Optional<WifiNetwork> wifi, RootCertificate rootCa,
		PolicyChoice policy, boolean renewIdentity) {
	/** Port of MQTT with TLS. */
	public static final int DEFAULT_PORT = 8883;
	private static final int MAX_PORT = 65_535;
	private static final int MAX_SSID = 32;
	private static final int MAX_CREDENTIAL = 64;
	private static final Pattern THING_NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}"); //$NON-NLS-1$

	/**
	 * Checks everything that can be checked without the board.
	 *
	 * @throws OperationFailure with the first thing that is wrong
	 */
	public void check() throws OperationFailure {
		if (!THING_NAME.matcher(thingName).matches()) {
			throw new OperationFailure(FailureKind.BAD_INPUT, NLS.bind(Messages.bad_thingName, thingName));
		}
		if (mqttPort < 1 || mqttPort > MAX_PORT) {
			throw new OperationFailure(FailureKind.BAD_INPUT, NLS.bind(Messages.bad_port, Integer.valueOf(mqttPort)));
		}
		if (wifi.isPresent()) {
			checkLength(DeviceConfiguration.WIFI_SSID, wifi.get().ssid(), MAX_SSID);
			checkLength(DeviceConfiguration.WIFI_CREDENTIAL, wifi.get().credential().reveal(), MAX_CREDENTIAL);
		}
		for (Map.Entry<String, String> entry : configuration(endpoint.orElse("")).entrySet()) { //$NON-NLS-1$
			String obstacle = DeviceConfiguration.obstacle(entry.getKey(), entry.getValue());
			if (!obstacle.isEmpty()) {
				throw new OperationFailure(FailureKind.BAD_INPUT, NLS.bind(Messages.bad_value, entry.getKey(), obstacle));
			}
		}
	}

	private static void checkLength(String key, String value, int limit) throws OperationFailure {
		if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > limit) {
			throw new OperationFailure(FailureKind.BAD_INPUT, NLS.bind(Messages.bad_length, key, Integer.valueOf(limit)));
		}
	}

	/** Returns the wanted values by key in the order of the seed's steps. One of them is a password, so the map is not to be shown. */
	Map<String, String> configuration(String endpointHost) {
		Map<String, String> wanted = new LinkedHashMap<>();
		wanted.put(DeviceConfiguration.THING_NAME, thingName);
		wanted.put(DeviceConfiguration.MQTT_ENDPOINT, endpointHost);
		wanted.put(DeviceConfiguration.MQTT_PORT, Integer.toString(mqttPort));
		wifi.ifPresent(network -> {
			wanted.put(DeviceConfiguration.WIFI_SSID, network.ssid());
			wanted.put(DeviceConfiguration.WIFI_CREDENTIAL, network.credential().reveal());
		});
		return wanted;
	}
}
