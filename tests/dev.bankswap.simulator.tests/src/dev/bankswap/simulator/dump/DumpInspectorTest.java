/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.ImageState;
import dev.bankswap.formats.PalState;
import dev.bankswap.simulator.demo.SampleFirmware;
import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class DumpInspectorTest {

	@Test
	void banksAndOptionBytesAreExplained() throws IOException {
		DumpReport report = inspect(BoardDump.of(TestDumps.provisioned()));
		assertTrue(report.options().orElseThrow().swapBank());
		DumpReport.Bank first = report.banks().get(0);
		assertEquals(1, first.number());
		assertEquals(Optional.of(FirmwareVersion.parse("1.0.0")), first.version());
		assertEquals(Optional.of(Boolean.FALSE), first.starts());
		DumpReport.Bank second = report.banks().get(1);
		assertEquals(Optional.of(FirmwareVersion.parse("1.1.0")), second.version());
		assertEquals(Optional.of(Boolean.TRUE), second.starts());
		assertEquals(Optional.empty(), second.problem());
		int size = SampleFirmware.load().update().size();
		assertTrue(second.programmed() <= size && second.programmed() > size - 64, second::toString);
	}

	@Test
	void filesAreExplainedAndSecretsAreNotTold() throws IOException {
		DumpReport report = inspect(BoardDump.of(TestDumps.provisioned()));
		DumpReport.Volume volume = report.volume().orElseThrow();
		assertTrue(volume.mounts() && volume.problems().isEmpty(), volume::toString);
		assertEquals(0x00020000, volume.diskVersion());
		assertTrue(volume.usedBlocks() >= 6, volume::toString);
		assertEquals(Optional.of(new ImageState(PalState.PENDING_SELF_TEST, 2)), volume.imageState());
		assertEquals("\"board-?[31mone\"", meaning(volume, "/cfg/thing_name"));
		assertEquals("8883", meaning(volume, "/cfg/mqtt_port"));
		assertEquals("(hidden)", meaning(volume, "/cfg/wifi_credential"));
		assertEquals("Pending Self Test, target bank 2", meaning(volume, "/ota/image_state"));
		assertEquals("tls_key_priv: secret key (hidden)", meaning(volume, "/corePKCS11_Key.dat"));
		assertTrue(meaning(volume, "/corePKCS11_Certificate.dat").startsWith("tls_cert: certificate of O=Bankswap,CN=board-one, valid until 21"));
		assertTrue(meaning(volume, "/corePKCS11_PubKey.dat").startsWith("tls_key_pub: public key, SHA-256 "));
		assertEquals("", meaning(volume, "/other"));
		assertFalse(report.toString().contains(TestDumps.PASSWORD) || report.toString().contains(TestDumps.KEY_MARK));
		assertEquals(List.of("/cfg/broken", "/corePKCS11_CA_Certificate.dat"),
				volume.files().stream().filter(item -> !item.readable()).map(DumpReport.Item::path).toList());
		List<String> paths = volume.files().stream().map(DumpReport.Item::path).toList();
		assertEquals(paths.stream().sorted().toList(), paths);
		assertEquals(12, paths.size());
	}

	@Test
	void whatIsMissingIsMissing() throws IOException {
		DumpReport report = inspect(new BoardDump(Optional.empty(), Optional.of(new byte[1 << 20]), Optional.empty(), Optional.empty()));
		assertEquals(1, report.banks().size());
		assertEquals(2, report.banks().get(0).number());
		assertEquals(Optional.empty(), report.banks().get(0).starts());
		assertTrue(report.banks().get(0).problem().orElse("").contains("stack pointer"), report::toString);
		assertEquals(Optional.empty(), report.volume());
	}

	@Test
	void erasedMemoriesSaySo() throws IOException {
		byte[] erased = new byte[1 << 20];
		Arrays.fill(erased, (byte) 0xFF);
		byte[] nor = new byte[0x496000];
		Arrays.fill(nor, (byte) 0xFF);
		DumpReport report = inspect(
				new BoardDump(Optional.of(erased), Optional.empty(), Optional.of(new NorDump(0, nor)), Optional.empty()));
		assertEquals(0, report.banks().get(0).programmed());
		assertEquals(Optional.of("erased"), report.banks().get(0).problem());
		DumpReport.Volume volume = report.volume().orElseThrow();
		assertFalse(volume.mounts() || volume.problems().isEmpty(), volume::toString);
	}

	@Test
	void damagedVolumesAreShownAsFarAsPossible() throws IOException {
		byte[] good = TestDumps.volume();
		int used = good.length;
		while (good[used - 1] == -1) {
			used--;
		}
		Random random = new Random(6);
		DumpInspector inspector = new DumpInspector(SampleFirmware.load().catalog());
		int mounted = 0;
		int partly = 0;
		for (int i = 0; i < 150; i++) {
			byte[] damaged = good.clone();
			for (int n = random.nextInt(8); n >= 0; n--) {
				damaged[random.nextInt(used)] ^= (byte) (1 << random.nextInt(8));
			}
			if (i % 3 == 0) {
				// neither copy of the root directory begins with a superblock
				damaged[random.nextInt(16)] ^= 1;
				damaged[4096 + random.nextInt(16)] ^= 1;
			}
			DumpReport report = inspector.inspect(
					new BoardDump(Optional.empty(), Optional.empty(), Optional.of(new NorDump(0xA0000, damaged)), Optional.empty()));
			mounted += report.volume().orElseThrow().mounts() ? 1 : 0;
			partly += report.volume().orElseThrow().mounts() || report.volume().orElseThrow().files().isEmpty() ? 0 : 1;
			assertFalse(report.toString().contains(TestDumps.PASSWORD), report::toString);
		}
		assertTrue(mounted > 20, "only " + mounted + " could be mounted");
		assertTrue(partly > 20, "of the others, only " + partly + " show something");
	}

	private static DumpReport inspect(BoardDump dump) throws IOException {
		return new DumpInspector(SampleFirmware.load().catalog()).inspect(dump);
	}

	private static String meaning(DumpReport.Volume volume, String path) {
		return volume.files().stream().filter(item -> item.path().equals(path)).findFirst().orElseThrow().meaning();
	}
}
