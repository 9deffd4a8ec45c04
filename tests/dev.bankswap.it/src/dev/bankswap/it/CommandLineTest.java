/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.bankswap.testing.NoErrorLogged;

/** The command {@code ./bankswap} as its users and other programs see it. */
@ExtendWith(NoErrorLogged.class)
class CommandLineTest {

	private static final int STARTED = 60;

	@TempDir
	Path folder;

	/** What is in the folder for temporary files. */
	private List<Path> left() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata")).toList();
		}
	}

	@Test
	void nothingIsLeftBehindByACommandThatEndsByItself() throws IOException {
		try (Run refused = Run.bankswapIn(folder, "cloud", "--region", "nowhere"); Run help = Run.bankswapIn(folder, "help")) {
			assertEquals(2, refused.exit(STARTED), refused::toString);
			assertEquals(0, help.exit(STARTED), help::toString);
		}
		assertEquals(List.of(), left(), "left behind");
	}

	@Test
	void aMissingProductAndABadTemporaryFolderAreRefused() {
		for (Map<String, String> environment : List.of(Map.of("BANKSWAP_PRODUCT", folder.toString()),
				Map.of("BANKSWAP_PRODUCT", System.getProperty("bankswap.product"), "TMPDIR", folder.resolve("none").toString()))) {
			try (Run run = Run.start(environment, Tree.ROOT.resolve("bankswap").toString(), "help")) {
				assertEquals(2, run.exit(STARTED), run::toString);
				assertTrue(run.err().startsWith("bankswap: ") && run.err().lines().count() == 1, run::toString);
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "demo --headless --image nowhere.elf | nowhere.elf",
			"demo --headless --image-version one | one", "demo --headless --speed 0 | 0", "demo --headless --nonsense | --nonsense",
			"board --console-port 70000 | 70000", "board --image nowhere.bin | nowhere.bin", "cloud --region nowhere | nowhere",
			"cloud --account 12 | 12", "nonsense | nonsense", "test --platform 3.8 | 3.8", "test --nonsense | --nonsense" })
	void badInputIsOneLineAndStatus2(String arguments, String named) {
		try (Run run = Run.bankswap(arguments.trim().split(" "))) {
			assertEquals(2, run.exit(STARTED), run::toString);
			assertEquals(1, run.err().lines().count(), run::toString);
			assertTrue(run.err().startsWith("bankswap: ") && run.err().contains(named), run::toString);
			assertEquals("", run.out(), run::toString);
		}
	}

	@Test
	void aBinaryThatIsNoCortexImageIsRefused() throws IOException {
		Path file = Files.write(folder.resolve("text.bin"), "no firmware at all, but long enough to be looked at".getBytes());
		for (String command : new String[] { "demo", "board" }) {
			try (Run run = Run.bankswap(command, "--image", file.toString())) {
				assertEquals(2, run.exit(STARTED), run::toString);
				assertEquals(1, run.err().lines().count(), run::toString);
				assertEquals(2, run.err().split("text.bin", -1).length, "named once: " + run);
			}
		}
	}

	@Test
	void aBusyPortIsRefused() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String port = Integer.toString(taken.getLocalPort());
			for (String[] command : new String[][] { { "cloud", "--http-port", port }, { "cloud", "--mqtt-port", port },
					{ "board", "--console-port", port } }) {
				try (Run run = Run.bankswap(command)) {
					assertEquals(2, run.exit(STARTED), run::toString);
					assertTrue(run.err().lines().count() == 1 && run.err().contains(port), run::toString);
				}
			}
		}
	}

	@Test
	void helpListsEveryCommand() {
		try (Run run = Run.bankswap("help")) {
			assertEquals(0, run.exit(STARTED), run::toString);
			for (String command : new String[] { "demo", "ide", "test", "bench", "board", "cloud", "help" }) {
				assertTrue(run.out().contains("  " + command), command + " is missing: " + run);
			}
		}
	}

	@Test
	void theBoardsConsoleWorksOnPseudoTerminalAndPort() throws IOException {
		Path pty = folder.resolve("board");
		try (Run board = Run.bankswap("board", "--pty", pty.toString(), "--speed", "10")) {
			JsonNode ready = new ObjectMapper().readTree(board.await(STARTED, text -> text.contains("\n")));
			assertEquals(pty.toString(), ready.get("pty").asText());
			try (Run socat = Run.start("socat", "-", pty + ",raw,echo=0")) {
				socat.await(20, text -> text.contains("File System mounted"));
				socat.type("help conf\n");
				socat.await(20, text -> text.contains("Commit staged config changes to nonvolatile memory."));
			}
			try (Run picocom = Run.start("picocom", "--quiet", "--baud", "115200", "--exit-after", "1500", pty.toString())) {
				picocom.type("uptime\r");
				picocom.await(20, text -> text.contains("up 0 day(s)"));
			}
			String console = ready.get("console").asText();
			int port = Integer.parseInt(console.substring(console.lastIndexOf(':') + 1));
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
				socket.setSoTimeout(20_000);
				socket.getOutputStream().write("conf get mqtt_port\n".getBytes());
				StringBuilder answer = new StringBuilder();
				while (!answer.toString().contains("mqtt_port=8883")) {
					answer.append((char) socket.getInputStream().read());
				}
			}
			board.signal("TERM");
			board.exit(20);
			assertEquals(1, board.out().lines().count(), board::toString);
			assertFalse(Files.exists(pty, LinkOption.NOFOLLOW_LINKS), "the pseudo-terminal is left behind");
		}
	}

	@Test
	void aBoardIsSavedInspectedAndLoadedAgain() throws IOException {
		Path dump = folder.resolve("dump");
		try (Run board = Run.bankswap("board", "--save", dump.toString(), "--speed", "50")) {
			JsonNode ready = new ObjectMapper().readTree(board.await(STARTED, text -> text.contains("\n")));
			configure(ready.get("console").asText(), "conf set thing_name kept\nconf set wifi_credential hush-hush\nconf commit\n",
					"Configuration saved to NVM");
			board.signal("TERM");
			board.exit(20);
		}
		try (Run inspect = Run.bankswap("board", "--inspect", dump.toString())) {
			assertEquals(0, inspect.exit(STARTED), inspect::toString);
			for (String wanted : new String[] { "1.0.0", "/cfg/thing_name", "kept", "SWAP_BANK" }) {
				assertTrue(inspect.out().contains(wanted), wanted + " is missing: " + inspect);
			}
			assertFalse(inspect.out().contains("hush-hush"), "a Wi-Fi password is printed");
		}
		try (Run board = Run.bankswap("board", "--load", dump.toString(), "--speed", "50")) {
			JsonNode ready = new ObjectMapper().readTree(board.await(STARTED, text -> text.contains("\n")));
			configure(ready.get("console").asText(), "conf get\n", "thing_name=\"kept\"");
		}
	}

	private static void configure(String console, String typed, String wanted) throws IOException {
		int port = Integer.parseInt(console.substring(console.lastIndexOf(':') + 1));
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(20_000);
			StringBuilder shown = new StringBuilder();
			socket.getOutputStream().write("uptime\n".getBytes());
			while (!shown.toString().contains("up 0 day(s)")) {
				shown.append((char) socket.getInputStream().read());
			}
			socket.getOutputStream().write(typed.getBytes());
			while (!shown.toString().contains(wanted)) {
				shown.append((char) socket.getInputStream().read());
			}
		}
	}

	@Test
	void aDumpThatIsNoneIsRefused() throws IOException {
		Path file = Files.writeString(folder.resolve("nor.bin"), "much too short");
		try (Run inspect = Run.bankswap("board", "--inspect", file.toString())) {
			assertEquals(2, inspect.exit(STARTED), inspect::toString);
			assertEquals(1, inspect.err().lines().count(), inspect::toString);
		}
	}

	@Test
	void aTakenPathIsRefused() throws IOException {
		Path file = Files.createFile(folder.resolve("taken"));
		try (Run run = Run.bankswap("board", "--pty", file.toString())) {
			assertEquals(2, run.exit(STARTED), run::toString);
			assertTrue(run.err().contains("taken"), run::toString);
			assertTrue(Files.isRegularFile(file), "the user's file is untouched");
		}
	}

	@Test
	void theCloudPrintsOneLineAndEndsCleanly() throws IOException {
		try (Run cloud = Run.bankswap("cloud")) {
			JsonNode ready = new ObjectMapper().readTree(cloud.await(STARTED, text -> text.contains("\n")));
			Path root = Path.of(ready.get("rootCa").asText());
			assertTrue(Files.readString(root).contains("BEGIN CERTIFICATE"));
			assertEquals("us-west-2", ready.get("region").asText());
			assertEquals(12, ready.get("accountId").asText().length());
			try (Run aws = Aws.run(ready.get("http").asInt(), "sts", "get-caller-identity")) {
				assertEquals(0, aws.exit(60), aws::toString);
				assertTrue(aws.out().contains(ready.get("accountId").asText()), aws::toString);
			}
			cloud.signal("TERM");
			cloud.exit(20);
			assertEquals(1, cloud.out().lines().count(), cloud::toString);
			assertFalse(Files.exists(root), "the temporary folder is left behind");
		}
	}

	@Test
	void theCloudKeepsItsAccountInAFolderAlsoWhenItIsKilled() throws IOException {
		for (int start = 1; start <= 2; start++) {
			try (Run cloud = Run.bankswap("cloud", "--folder", folder.resolve("account").toString())) {
				int http = new ObjectMapper().readTree(cloud.await(STARTED, text -> text.contains("\n"))).get("http").asInt();
				if (start == 1) {
					Aws.ok(http, "iot", "create-thing", "--thing-name", "kept");
					cloud.signal("KILL");
					cloud.exit(20);
				} else {
					assertTrue(Aws.ok(http, "iot", "list-things").contains("kept"));
				}
			}
		}
	}

	@Test
	void theDemoSucceedsInTheTerminal() {
		try (Run demo = Run.bankswap("demo", "--headless")) {
			assertEquals(0, demo.exit(120), demo::toString);
			assertTrue(demo.out().contains("SUCCEEDED") && demo.out().contains("1.1.0 from bank 2"), demo::toString);
			assertTrue(demo.out().lines().count() <= 40, "more than a screen: " + demo);
		}
	}

	@Test
	void theDemoTakesTheUsersImage() {
		Path image = Tree.ROOT.resolve("tests/sample-firmware/built/aws_ri-1.0.0.bin");
		try (Run demo = Run.bankswap("demo", "--headless", "--image", image.toString())) {
			assertEquals(0, demo.exit(120), demo::toString);
			assertTrue(demo.out().contains("1.0.0 from bank 2"), demo::toString);
		}
	}

	@Test
	void interruptingTheDemoStopsEverything() throws IOException {
		try (Run demo = Run.bankswapIn(folder, "demo", "--headless", "--speed", "1")) {
			demo.await(STARTED, text -> text.contains("  board "));
			demo.signal("INT");
			assertEquals(130, demo.exit(20), demo::toString);
		}
		assertEquals(List.of(), left(), "left behind");
	}
}
