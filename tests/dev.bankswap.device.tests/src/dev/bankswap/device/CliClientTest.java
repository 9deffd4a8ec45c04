/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class CliClientTest {
	private static final String CHATTER = "<INF>     7885 [MQTTAgent ] Ping. > \"x\" (core_mqtt.c:12)\r\n";
	private static final Duration SHORT = Duration.ofMillis(60);

	private final ScriptedDevice device = new ScriptedDevice();
	private final CliClient client = new CliClient(device, new CliTiming(SHORT, SHORT, SHORT, SHORT, 3));

	@BeforeEach
	void open() throws SerialException {
		client.open();
	}

	@AfterEach
	void close() {
		client.close();
	}

	private static byte[] object(int size) {
		byte[] bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}

	@Test
	void readsAndSetsTheConfigurationBetweenLogLines() throws SerialException {
		device.chatter = CHATTER;
		DeviceConfiguration configuration = new DeviceConfiguration(client);
		client.synchronise();
		configuration.set(DeviceConfiguration.WIFI_CREDENTIAL, "a=\"b\" ü <c>");
		configuration.set(DeviceConfiguration.MQTT_PORT, "1883");
		configuration.commit();
		Map<String, String> values = configuration.read();
		assertEquals("1883", values.get("mqtt_port"));
		assertEquals("", values.get("thing_name"));
	}

	@Test
	void noTextOfAnAnswerShowsWhatTheDeviceSaid() throws SerialException {
		client.synchronise();
		new DeviceConfiguration(client).set(DeviceConfiguration.WIFI_CREDENTIAL, "hunter2");
		CliAnswer answer = client.run("conf get");
		assertTrue(answer.lines().stream().anyMatch(line -> line.contains("hunter2")));
		assertFalse(answer.toString().contains("hunter2"));
		assertFalse(new ConsoleEvent.Answer("wifi_credential=\"hunter2\"").toString().contains("hunter2"));
	}

	@Test
	void keepsEqualsSignsAndQuotesInValues() throws SerialException {
		DeviceConfiguration configuration = new DeviceConfiguration(client);
		configuration.set(DeviceConfiguration.WIFI_CREDENTIAL, "a=\"b\" ü <c>");
		assertEquals("a=\"b\" ü <c>", configuration.read().get("wifi_credential"));
	}

	@Test
	void refusesValuesThatTheConsoleWouldChange() {
		DeviceConfiguration configuration = new DeviceConfiguration(client);
		for (String bad : List.of("two  blanks", " leading", "x".repeat(103), "line\nbreak")) {
			SerialException e = assertThrows(SerialException.class, () -> configuration.set("wifi_credential", bad));
			assertEquals(SerialProblem.DEVICE_REJECTED, e.problem());
			assertFalse(e.getMessage().contains(bad.strip()), "the value may be a password: " + e.getMessage());
		}
		assertTrue(device.commands.isEmpty());
	}

	@Test
	void repeatsACommandThatWasMisread() throws SerialException {
		List<String> sent = new ArrayList<>();
		device.noise = line -> {
			sent.add(line);
			return sent.size() == 1 ? line.replace("thing", "thng") : line;
		};
		new DeviceConfiguration(client).set("thing_name", "board1");
		assertEquals("\"board1\"", device.config.get("thing_name"));
		assertTrue(device.commands.contains("conf set thng_name board1"));
	}

	@Test
	void importsPacedLineByLineAndVerifies() throws SerialException {
		device.chatter = CHATTER;
		DevicePki pki = new DevicePki(client);
		pki.importCertificate(DevicePki.ROOT_CA, object(442));
		pki.importKey(DevicePki.CODE_SIGNING_KEY, object(91));
		assertArrayEquals(object(442), device.objects.get("root_ca_cert"));
		assertArrayEquals(object(91), device.objects.get("ota_signer_pub"));
		assertEquals(1, device.mostLinesAtOnce);
	}

	@Test
	void recoversFromEveryDamagedOrLostLineOfAPaste() throws SerialException {
		byte[] der = object(200);
		int lines = PemText.lines("CERTIFICATE", der).size();
		for (int broken = 1; broken <= lines; broken++) {
			for (String damage : List.of("", "\n", "%")) {
				int target = broken;
				int[] count = { -1 };
				device.objects.clear();
				device.noise = line -> {
					boolean hit = !line.equals("!\n") && ++count[0] == target;
					return !hit ? line : damage.equals("%") ? line.replaceFirst("[A-Za-z]", "%") : damage;
				};
				new DevicePki(client).importCertificate("root_ca_cert", der);
				assertArrayEquals(der, device.objects.get("root_ca_cert"));
			}
		}
	}

	@Test
	void saysThatASilentRefusalMeansRsa() {
		device.refuseCertificates = true;
		SerialException e = assertThrows(SerialException.class, () -> new DevicePki(client).importCertificate("root_ca_cert", object(900)));
		assertEquals(SerialProblem.DEVICE_REJECTED, e.problem());
		assertTrue(e.getMessage().contains("no RSA"), e.getMessage());
	}

	@Test
	void exportsNothingWhereTheDevicePrintsAnEmptyObject() throws SerialException {
		assertEquals(Optional.empty(), new DevicePki(client).exportCertificate("tls_cert"));
		assertEquals(Optional.empty(), new DevicePki(client).exportKey("tls_key_pub"));
	}

	@Test
	void leavesAnImportThatSomebodyLeftOpen() throws SerialException {
		device.write("pki import cert\n".getBytes());
		device.write("-----BEGIN CERTIFICATE-----\nAAAA\nhalf a li".getBytes());
		client.synchronise();
		assertEquals("8883", new DeviceConfiguration(client).read().get("mqtt_port"));
	}

	@Test
	void neverPastesAnEmptyObject() {
		assertThrows(SerialException.class, () -> new DevicePki(client).importCertificate("root_ca_cert", new byte[0]));
		assertTrue(device.commands.isEmpty());
	}

	@Test
	void waitsForTheBootAfterAReset() throws SerialException {
		client.reset();
		device.say("<INF>     4000 [MQTTAgent ] Successfully connected. (mqtt_agent_task.c:1)\r\n");
		assertEquals(4000, client.awaitLog(entry -> entry.text().contains("connected"), SHORT).orElseThrow().tick());
		assertTrue(client.awaitLog(entry -> true, SHORT).isEmpty());
	}

	@Test
	void tellsADeafDeviceFromALostPortAndACancel() {
		device.deaf = true;
		assertEquals(SerialProblem.NO_PROMPT, assertThrows(SerialException.class, client::synchronise).problem());
		client.cancelWhen(() -> true);
		assertEquals(SerialProblem.CANCELLED, assertThrows(SerialException.class, client::synchronise).problem());
		client.cancelWhen(() -> false);
		device.unplug();
		assertEquals(SerialProblem.PORT_GONE, assertThrows(SerialException.class, client::synchronise).problem());
	}

	@Test
	void endsAWaitWhenTheThreadIsInterrupted() {
		Thread.currentThread().interrupt();
		device.deaf = true;
		assertEquals(SerialProblem.CANCELLED, assertThrows(SerialException.class, client::synchronise).problem());
		assertTrue(Thread.interrupted());
	}
}
