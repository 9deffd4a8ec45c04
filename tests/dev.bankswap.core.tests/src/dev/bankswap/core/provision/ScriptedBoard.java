/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import dev.bankswap.device.PemText;
import dev.bankswap.device.SerialException;
import dev.bankswap.device.SerialLine;
import dev.bankswap.device.SerialProblem;

/** A board for tests: the firmware's prompt, echo and the commands that provisioning uses, answered on the caller's thread. */
public final class ScriptedBoard implements SerialLine {
	/** Values as {@code conf get} shows them. */
	public final Map<String, String> config = new LinkedHashMap<>(
			Map.of("thing_name", "\"\"", "mqtt_endpoint", "\"\"", "mqtt_port", "8883", "wifi_ssid", "\"\"", "wifi_credential", "\"\""));
	/** Objects by label. */
	public final Map<String, byte[]> objects = new LinkedHashMap<>();
	/** Commands in the order in which they came. */
	public final List<String> commands = new ArrayList<>();
	/** The command at which the port vanishes, or an empty text. */
	public String unplugAt = "";
	/** Whether the board says that it connected after a reset. */
	public boolean connects = true;
	/** What the board takes as its name in a certificate instead of its thing name, or an empty text. */
	public String wrongName = "";

	private final StringBuilder typed = new StringBuilder();
	private Listener listener;
	private KeyPair keys;
	private String importing = "";
	private StringBuilder pem;

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

	@Override
	public void write(byte[] data) throws SerialException {
		for (char c : new String(data, StandardCharsets.UTF_8).toCharArray()) {
			if (listener == null) {
				throw new SerialException(SerialProblem.PORT_GONE, "closed");
			}
			if (c == 3) {
				typed.setLength(0);
				say("\r\n> ");
			} else if (c != '\n') {
				typed.append(c);
				say(String.valueOf(c));
			} else if (typed.length() > 0) {
				String line = typed.toString();
				typed.setLength(0);
				say("\r\n");
				take(line);
			}
		}
	}

	private void take(String line) {
		if (!unplugAt.isEmpty() && line.startsWith(unplugAt)) {
			Listener last = listener;
			listener = null;
			last.disconnected(new SerialException(SerialProblem.PORT_GONE, "The port is not there any more."));
			return;
		}
		try {
			if (pem != null) {
				importLine(line);
			} else {
				commands.add(line);
				execute(line, line.split(" +", 4));
			}
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
		say("> ");
	}

	private void execute(String line, String[] words) throws Exception {
		if (line.equals("conf get")) {
			config.forEach((key, value) -> say(key + "=" + value + "\r\n"));
		} else if (line.startsWith("conf set ")) {
			config.put(words[2], words[2].equals("mqtt_port") ? words[3] : "\"" + words[3] + "\"");
			say(words[2] + "=" + config.get(words[2]) + "\r\n");
		} else if (line.equals("conf commit")) {
			say("Configuration saved to NVM.\r\n");
		} else if (line.equals("pki generate key")) {
			generateKey();
		} else if (line.equals("pki generate cert")) {
			objects.put("tls_cert", certificate());
			print("CERTIFICATE", objects.get("tls_cert"));
		} else if (line.startsWith("pki import ")) {
			importing = line;
			pem = new StringBuilder();
		} else if (line.startsWith("pki export ")) {
			export(words[2], words[3]);
		} else if (line.equals("reset")) {
			say("Resetting device.\r\n\r\n<SYS>        0 [None      ] Reset Source: 0x14000000 : SFTRSTF. (app_main.c:266)\r\n");
			say(connects ? "<INF>     9000 [MQTTAgent ] Starting a clean MQTT Session. (mqtt_agent_task.c:1)\r\n" : "");
		} else {
			say("Command not recognized. Enter 'help' to view a list of available commands.\r\n");
		}
	}

	private void generateKey() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		keys = generator.generateKeyPair();
		objects.put("tls_key_pub", keys.getPublic().getEncoded());
		say("SUCCESS: Key pair generated and stored in\r\nPrivate Key Label: tls_key_priv\r\nPublic Key Label: tls_key_pub\0\r\n");
		print("PUBLIC KEY", keys.getPublic().getEncoded());
	}

	private byte[] certificate() throws Exception {
		String thing = config.get("thing_name").replace("\"", "");
		X500Name name = new X500Name("CN=" + (wrongName.isEmpty() ? thing : wrongName));
		return new X509v3CertificateBuilder(name, BigInteger.TEN, Date.from(Instant.EPOCH), Date.from(Instant.ofEpochSecond(3155759999L)), name,
				SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded())).build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
				.getEncoded();
	}

	private void importLine(String line) {
		if (line.equals("!")) {
			pem = null;
		} else if (line.startsWith("-----END ")) {
			String label = importing.split(" ")[3];
			objects.put(label, PemText.decode(pem + line).orElseThrow());
			pem = null;
			say("Success: " + (importing.contains(" cert ") ? "Certificate" : "Public Key") + " loaded to label: '" + label + "'.\r\n");
		} else {
			pem.append(line).append('\n');
		}
	}

	private void export(String object, String label) {
		byte[] der = objects.get(label);
		if (object.equals("key")) {
			say("Public Key Label: " + label + "\r\n");
		}
		if (der != null) {
			print(object.equals("key") ? "PUBLIC KEY" : "CERTIFICATE", der);
		} else if (object.equals("cert")) {
			say("-----BEGIN CERTIFICATE-----\r\n-----END CERTIFICATE-----\r\n");
		}
	}

	private void print(String type, byte[] der) {
		PemText.lines(type, der).forEach(line -> say(line + "\r\n"));
	}

	private void say(String text) {
		Listener current = listener;
		if (current != null) {
			current.received(text.getBytes(StandardCharsets.UTF_8));
		}
	}
}
