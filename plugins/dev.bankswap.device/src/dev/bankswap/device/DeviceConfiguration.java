/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The key-value store of a device, through its {@code conf} command. Values are never put into messages: one of them is a password. */
public final class DeviceConfiguration {
	/** Name of the thing, which is also the MQTT client id. */
	public static final String THING_NAME = "thing_name";
	/** Host name of the MQTT broker. */
	public static final String MQTT_ENDPOINT = "mqtt_endpoint";
	/** TCP port of the MQTT broker, a number. */
	public static final String MQTT_PORT = "mqtt_port";
	/** Name of the Wi-Fi network. */
	public static final String WIFI_SSID = "wifi_ssid";
	/** Password of the Wi-Fi network. */
	public static final String WIFI_CREDENTIAL = "wifi_credential";

	private final CliClient client;

	/**
	 * Makes the view of a device's configuration.
	 *
	 * @param client an open client
	 */
	public DeviceConfiguration(CliClient client) {
		this.client = client;
	}

	/**
	 * Reads all values, staged ones included.
	 *
	 * @return values by key in the device's order, without quotes
	 * @throws SerialException if the device does not answer
	 */
	public Map<String, String> read() throws SerialException {
		Map<String, String> values = new LinkedHashMap<>();
		for (String line : client.run("conf get").lines()) {
			int equals = line.indexOf('=');
			if (equals > 0 && line.substring(0, equals).chars().allMatch(DeviceConfiguration::isKeyCharacter)) {
				values.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
			}
		}
		if (values.isEmpty()) {
			throw new SerialException(SerialProblem.DEVICE_REJECTED,
					"The device on " + client.name() + " shows no configuration. It does not seem to run the aws_ri application.");
		}
		return values;
	}

	private static boolean isKeyCharacter(int c) {
		return c == '_' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
	}

	/** Takes the outer quotes off; the firmware escapes nothing, so inner ones stay. */
	private static String unquoted(String value) {
		boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
		return quoted ? value.substring(1, value.length() - 1) : value;
	}

	/**
	 * Tells why a value cannot be typed on the console, if so: the line is limited, and words are separated by single blanks.
	 *
	 * @param key the key
	 * @param value the value
	 * @return the reason, or an empty text if the value can be set
	 */
	public static String obstacle(String key, String value) {
		int room = CliClient.MAX_COMMAND - ("conf set " + key + " ").length();
		if (value.getBytes(StandardCharsets.UTF_8).length > room) {
			return "it is longer than the " + room + " bytes that the device's console takes";
		}
		if (value.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
			return "it holds a control character";
		}
		if (value.startsWith(" ") || value.endsWith(" ") || value.contains("  ")) {
			return "the device's console keeps only single blanks between words";
		}
		return "";
	}

	/**
	 * Stages a value and checks what the device says that it staged.
	 *
	 * @param key the key
	 * @param value the value
	 * @throws SerialException if the value cannot be typed, or the device stages another one
	 */
	public void set(String key, String value) throws SerialException {
		String obstacle = obstacle(key, value);
		if (!obstacle.isEmpty()) {
			throw new SerialException(SerialProblem.DEVICE_REJECTED, "The value of " + key + " cannot be set: " + obstacle + ". Choose another value.");
		}
		CliAnswer answer = client.run("conf set " + key + " " + value);
		if (answer.lines().contains(key + "=\"" + value + "\"") || answer.lines().contains(key + "=" + value)) {
			return;
		}
		boolean unknown = answer.error().filter(line -> line.contains("was not recognized")).isPresent();
		throw new SerialException(SerialProblem.DEVICE_REJECTED, unknown
				? "The device does not know the key " + key + ". Its firmware is older or built for another network."
				: "The device did not take the value of " + key + " as it was given."
						+ (value.indexOf(' ') >= 0 ? " Its firmware may not allow blanks." : " Try again; if it happens again, check cable and baud rate."));
	}

	/**
	 * Writes the staged values to the external flash.
	 *
	 * @throws SerialException if the device could not
	 */
	public void commit() throws SerialException {
		if (!client.run("conf commit").has("Configuration saved to NVM.")) {
			throw new SerialException(SerialProblem.DEVICE_REJECTED,
					"The device could not save its configuration. Its external flash may be full or damaged; erase it and provision again.");
		}
	}
}
