/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.FirmwareSwitch;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.testing.NoErrorLogged;

/** help, conf, reset, uptime, rngtest: transcripts byte for byte. */
@ExtendWith(NoErrorLogged.class)
class CommandTest {

	private static final String HELP = "help:\r\n    List available commands and their arguments.\r\n    Usage:\r\n\n"
			+ "    help\r\n        Print help for all recognized commands\r\n\n"
			+ "    help <command>\r\n        Print help test for a specific command\r\n\n";

	private static final String CONF = "conf:\r\n    Get/ Set/ Commit runtime configuration values\r\n    Usage:\r\n"
			+ "    conf get\r\n        Outputs the value of all runtime config options supported by the system.\r\n\n"
			+ "    conf get <key>\r\n        Outputs the current value of a given runtime config item.\r\n\n"
			+ "    conf set <key> <value>\r\n        Set the value of a given runtime config item. This change is staged\r\n"
			+ "        in volatile memory until a commit operation occurs.\r\n\n"
			+ "    conf commit\r\n        Commit staged config changes to nonvolatile memory.\r\n\n";

	private static final String RESET = "reset\r\n    Reset (reboot) the system.\r\n\n";

	private static final String UPTIME = "uptime\r\n    Display system uptime.\r\n\n";

	private static final String RNGTEST = "rngtest <number of bytes>\r\n"
			+ "    Read the specified number of bytes from the rng and output them base64 encoded.\r\n\n";

	private static final String ASSERT = "assert\r\n   Cause a failed assertion.\r\n\n";

	private TestBoard board;

	private ConsoleSession console;

	@BeforeEach
	void boot() {
		board = TestBoard.consoleOnly().boot();
		console = board.console();
	}

	@Test
	void helpListsAllCommandsInTheOrderOfRegistration() {
		String all = console.command("help");
		assertTrue(all.startsWith(HELP + CONF + "pki:\r\n"), all);
		assertTrue(all.endsWith(RESET + UPTIME + RNGTEST + ASSERT), all);
	}

	@Test
	void helpRemembersTheLastTopic() {
		assertEquals(CONF, console.command("help conf"));
		assertEquals(CONF, console.command("help"));
		assertEquals(CONF, console.command("help"));
		String all = console.command("help nonsense");
		assertTrue(all.startsWith(HELP + CONF), all);
		assertEquals(all, console.command("help"));
	}

	@Test
	void helpComparesOverTheLengthOfTheName() {
		assertEquals(CONF, console.command("help confxyz"));
		assertEquals(UPTIME, console.command("help uptimes"));
		assertTrue(console.command("help con").startsWith(HELP));
	}

	@Test
	void helpOfPkiHasItsTrailingBlanks() {
		String text = console.command("help pki");
		assertTrue(text.contains("        Import a certificate into the given slot. The certificate should be \r\n"), text);
		assertTrue(text.contains("        Import a public key into the given slot. The key should be \r\n"), text);
		assertTrue(text.endsWith("        Export the public portion of the key with the specified label.\r\n\n"), text);
	}

	@Test
	void commandNamesAreComparedOnTheRawLine() {
		String unknown = "Command not recognized. Enter 'help' to view a list of available commands.\r\n";
		assertEquals(unknown, console.command("nonsense"));
		assertEquals(unknown, console.command(" uptime"));
		assertEquals(unknown, console.command("UPTIME"));
		assertEquals(unknown, console.command("uptime\t1"));
		assertEquals(unknown, console.command("uptimex"));
		assertEquals(unknown, console.command("conf\tget"));
		assertTrue(console.command("uptime   and more").startsWith("up 0 day(s)"));
	}

	@Test
	void confGetShowsTheDefaults() {
		assertEquals("thing_name=\"\"\r\nmqtt_endpoint=\"\"\r\nmqtt_port=8883\r\nwifi_ssid=\"\"\r\nwifi_credential=\"\"\r\ntime_hwm=0\r\n",
				console.command("conf get"));
		assertEquals("mqtt_port=8883\r\n", console.command("conf get mqtt_port and more"));
		assertEquals("Error: key: mqtt was not recognized.\r\n", console.command("conf get mqtt"));
		assertEquals("Error: key: Thing_Name was not recognized.\r\n", console.command("conf set Thing_Name x"));
	}

	@Test
	void confExplainsItself() {
		assertEquals(CONF, console.command("conf"));
		assertEquals(CONF, console.command("conf xyz"));
		assertEquals(CONF, console.command("conf set"));
	}

	@Test
	void confSetEchoesTheValue() {
		assertEquals("thing_name=\"abc\"\r\n", console.command("conf set thing_name abc"));
		assertEquals("thing_name=\"\"x\"\"\r\n", console.command("conf set thing_name \"x\""));
		assertEquals("thing_name=\"\"\r\n", console.command("conf set thing_name"));
		assertEquals("thing_name=\"\"\r\n", console.command("conf get thing_name"));
	}

	@Test
	void confSetJoinsWordsAsTheSeedsFirmwareDoes() {
		assertEquals("wifi_ssid=\"My Net 2\"\r\n", console.command("conf set wifi_ssid  My   Net 2 "));
		TestBoard u5 = TestBoard.consoleOnly(options -> options.with(FirmwareSwitch.CONF_SET_JOINS_WORDS, false)).boot();
		assertEquals("wifi_ssid=\"My\"\r\n", u5.console().command("conf set wifi_ssid My Net"));
	}

	@Test
	void confSetAcceptsEveryNumber() {
		assertEquals("mqtt_port=0\r\n", console.command("conf set mqtt_port abc"));
		assertEquals("mqtt_port=8884\r\n", console.command("conf set mqtt_port 8884abc"));
		assertEquals("mqtt_port=0\r\n", console.command("conf set mqtt_port 0x10"));
		assertEquals("mqtt_port=4294967295\r\n", console.command("conf set mqtt_port -1"));
		assertEquals("mqtt_port=4294967295\r\n", console.command("conf set mqtt_port 99999999999999999999"));
		assertEquals("time_hwm=4294967295\r\n", console.command("conf set time_hwm 4294967295"));
		assertEquals("time_hwm=7\r\n", console.command("conf set time_hwm +7"));
		assertEquals("time_hwm=0\r\n", console.command("conf set time_hwm"));
	}

	@Test
	void valuesKeepEveryByte() {
		assertEquals("wifi_ssid=\"K\u00C3\u00A4se\u00FF\"\r\n", console.command("conf set wifi_ssid K\u00C3\u00A4se\u00FF"));
		console.command("conf commit");
		reset();
		assertEquals("wifi_ssid=\"K\u00C3\u00A4se\u00FF\"\r\n", console.command("conf get wifi_ssid"));
	}

	@Test
	void onlyCommittedValuesSurviveAReset() {
		console.command("conf set thing_name kept");
		assertEquals("Configuration saved to NVM.\r\n", console.command("conf commit"));
		console.command("conf set mqtt_port 1");
		reset();
		assertEquals("thing_name=\"kept\"\r\n", console.command("conf get thing_name"));
		assertEquals("mqtt_port=8883\r\n", console.command("conf get mqtt_port"));
	}

	@Test
	void committedValuesSurviveAPowerCycle() {
		console.command("conf set mqtt_endpoint host.example");
		console.command("conf commit");
		board.board().powerOff();
		board.boot();
		assertEquals("mqtt_endpoint=\"host.example\"\r\n", console.command("conf get mqtt_endpoint"));
	}

	@Test
	void resetPrintsNoLineEnd() {
		console.type("reset\r").run(120);
		assertEquals("reset\r\nResetting device.", console.read());
		String boot = console.run(1000).read();
		assertTrue(boot.startsWith("\r\n\r\n<SYS>        0 [None      ] Reset Source: 0x14000000 : "
				+ "SFTRSTF: software system reset with pin reset. (app_main.c:266)\r\n"
				+ "<INF>        0 [None      ] HW Init Complete (app_main.c:285)\r\n> "), boot);
	}

	@Test
	void uptimeCountsTicks() {
		String early = console.command("uptime");
		assertTrue(early.matches("up 0 day\\(s\\) 00:00:0[01]\\.\\d{3}\r\n"), early);
		console.run(25 * 3_600_000L + 61_000);
		String late = console.command("uptime");
		assertTrue(late.matches("up 1 day\\(s\\) 01:01:0[12]\\.\\d{3}\r\n"), late);
	}

	@Test
	void rngtestEmitsWholeBlocks() {
		String one = console.command("rngtest 1");
		assertTrue(one.matches("[A-Za-z0-9+/]{86}==\r\nDONE\r\n"), one);
		String two = console.command("rngtest 0x41");
		assertTrue(two.matches("([A-Za-z0-9+/]{86}==){2}\r\nDONE\r\n"), two);
		assertEquals("\r\nDONE\r\n", console.command("rngtest 0"));
		assertEquals("\r\nDONE\r\n", console.command("rngtest abc"));
		assertEquals(40 * 88 + 8, console.command("rngtest").length());
	}

	@Test
	void numbersOfRngtestHaveThreeBases() {
		assertEquals(8, RngTestCommand.number("010"));
		assertEquals(16, RngTestCommand.number("0x10"));
		assertEquals(10, RngTestCommand.number("10"));
		assertEquals(0xFFFF_FFFFL, RngTestCommand.number("99999999999999999999"));
		assertEquals(0, RngTestCommand.number(""));
	}

	private void reset() {
		console.type("reset\r").run(1500).read();
	}
}
