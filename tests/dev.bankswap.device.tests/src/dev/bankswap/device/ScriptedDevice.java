/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A device for tests: answers on the caller's thread with the firmware's line editor and just enough of its commands. */
final class ScriptedDevice implements SerialLine {
	final Map<String, String> config = new LinkedHashMap<>();
	final Map<String, byte[]> objects = new LinkedHashMap<>();
	final List<String> commands = new ArrayList<>();
	/** What the wire does to each line that is sent; the default is nothing. */
	UnaryOperator<String> noise = line -> line;
	/** A log line that the device prints before each prompt, or an empty text. */
	String chatter = "";
	boolean deaf;
	boolean refuseCertificates;
	/** Most lines that were waiting unread when a chunk arrived: the pacing rule says one. */
	int mostLinesAtOnce;

	private final StringBuilder typed = new StringBuilder();
	private Listener listener;
	private String importing;
	private StringBuilder pem;

	ScriptedDevice() {
		config.put("thing_name", "\"\"");
		config.put("mqtt_endpoint", "\"\"");
		config.put("mqtt_port", "8883");
		config.put("wifi_ssid", "\"\"");
		config.put("wifi_credential", "\"\"");
	}

	@Override
	public String name() {
		return "scripted";
	}

	@Override
	public void open(Listener newListener) {
		listener = newListener;
	}

	@Override
	public boolean isOpen() {
		return listener != null;
	}

	@Override
	public void close() {
		listener = null;
	}

	void unplug() {
		Listener last = listener;
		listener = null;
		last.disconnected(new SerialException(SerialProblem.PORT_GONE, "unplugged"));
	}

	@Override
	public void write(byte[] data) throws SerialException {
		if (listener == null) {
			throw new SerialException(SerialProblem.PORT_GONE, "closed");
		}
		String text = new String(data, StandardCharsets.UTF_8);
		mostLinesAtOnce = Math.max(mostLinesAtOnce, (int) text.chars().filter(c -> c == '\n').count());
		if (deaf) {
			return;
		}
		if (text.equals("\u0003")) {
			typed.setLength(0);
			say("\r\n> ");
			return;
		}
		for (char c : noise.apply(text).toCharArray()) {
			type(c);
		}
	}

	private void type(char c) {
		if (c != '\n') {
			typed.append(c);
			say(String.valueOf(c));
		} else if (typed.length() > 0) {
			String line = typed.toString();
			typed.setLength(0);
			say("\r\n");
			commands.add(line);
			execute(line);
			say(chatter + "> ");
			if (!chatter.isEmpty()) {
				say("\r\u001b[K" + chatter + "> ");
			}
		}
	}

	private void execute(String line) {
		if (pem != null) {
			importLine(line);
			return;
		}
		String[] words = line.split(" +", 4);
		if (line.equals("conf get")) {
			config.forEach((key, value) -> say(key + "=" + value + "\r\n"));
		} else if (line.startsWith("conf set ")) {
			if (config.containsKey(words[2])) {
				config.put(words[2], words[2].equals("mqtt_port") ? words[3] : "\"" + words[3] + "\"");
				say(words[2] + "=" + config.get(words[2]) + "\r\n");
			} else {
				say("Error: key: " + words[2] + " was not recognized.\r\n");
			}
		} else if (line.equals("conf commit")) {
			say("Configuration saved to NVM.\r\n");
		} else if (line.startsWith("pki import ")) {
			importing = line;
			pem = new StringBuilder();
		} else if (line.startsWith("pki export ")) {
			export(words[2], words[3]);
		} else if (line.equals("reset")) {
			say("Resetting device.\r\n\r\n<SYS>        0 [None      ] Reset Source: 0x14000000 : SFTRSTF. (app_main.c:266)\r\n");
		} else {
			say("Command not recognized. Enter 'help' to view a list of available commands.\r\n");
		}
	}

	private void importLine(String line) {
		if (line.startsWith("-----BEGIN ")) {
			pem.append(line);
		} else if (pem.length() == 0) {
			pem = null;
			say("Error: PEM header does not contain the expected text: '-----BEGIN '.\r\n");
		} else if (line.startsWith("-----END ")) {
			finishImport();
		} else if (PemText.decode(List.of(line)).isEmpty()) {
			pem = null;
		} else {
			pem.append('\n').append(line);
		}
	}

	private void finishImport() {
		String label = importing.split(" ")[3];
		boolean certificate = importing.contains(" cert ");
		byte[] der = PemText.decode(pem.toString().lines().skip(1).toList()).orElse(new byte[0]);
		pem = null;
		if (certificate && refuseCertificates) {
			return;
		}
		objects.put(label, der);
		say("Success: " + (certificate ? "Certificate" : "Public Key") + " loaded to label: '" + label + "'.\r\n");
	}

	private void export(String object, String label) {
		if (object.equals("key")) {
			say("Public Key Label: " + label + "\r\n");
		}
		byte[] der = objects.get(label);
		String type = object.equals("key") ? "PUBLIC KEY" : "CERTIFICATE";
		if (der != null) {
			PemText.lines(type, der).forEach(line -> say(line + "\r\n"));
		} else if (object.equals("cert")) {
			say("-----BEGIN CERTIFICATE-----\r\n-----END CERTIFICATE-----\r\n");
		}
	}

	void say(String text) {
		Listener current = listener;
		if (current != null) {
			current.received(text.getBytes(StandardCharsets.UTF_8));
		}
	}
}
