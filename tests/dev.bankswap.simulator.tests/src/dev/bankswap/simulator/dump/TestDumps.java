/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.bankswap.board.Board;
import dev.bankswap.board.BoardConfig;
import dev.bankswap.board.TimingProfile;
import dev.bankswap.formats.ImageState;
import dev.bankswap.formats.KeyValueRecord;
import dev.bankswap.formats.PalState;
import dev.bankswap.littlefs.Geometry;
import dev.bankswap.littlefs.LittleFs;
import dev.bankswap.littlefs.RamBlockDevice;
import dev.bankswap.simulator.demo.SampleFirmware;

/** A provisioned board as the tests of this package need it. */
final class TestDumps {

	static final String PASSWORD = "correct horse battery";
	static final String KEY_MARK = "PRIVATE-KEY-BYTES";

	private TestDumps() {
		// only functions
	}

	/** Sample 1.0.0 in bank 1, 1.1.0 in bank 2, which is active. */
	static Board provisioned() throws IOException {
		SampleFirmware sample = SampleFirmware.load();
		Board board = new Board(new BoardConfig(1, TimingProfile.ideal()));
		board.flash().loadImage(1, sample.base().binary());
		board.flash().loadImage(2, sample.update().binary());
		board.programmer().writeNor(0xA0000, volume());
		board.programmer().writeOptionBytes(true, -1, 0x7FFFFFFF);
		return board;
	}

	static byte[] volume() throws IOException {
		RamBlockDevice device = new RamBlockDevice(Geometry.FIRMWARE);
		LittleFs.format(device, Geometry.FIRMWARE);
		try (LittleFs volume = LittleFs.mount(device, Geometry.FIRMWARE)) {
			volume.mkdir("/cfg");
			volume.mkdir("/ota");
			volume.writeFile("/cfg/thing_name", KeyValueRecord.string("board-\u001b[31mone"));
			volume.writeFile("/cfg/wifi_credential", KeyValueRecord.string(PASSWORD));
			volume.writeFile("/cfg/mqtt_port", KeyValueRecord.unsigned32(8883));
			volume.writeFile("/cfg/broken", new byte[3]);
			volume.writeFile("/corePKCS11_Certificate.dat", Files.readAllBytes(Path.of("data", "dump", "device-cert.der")));
			volume.writeFile("/corePKCS11_CA_Certificate.dat", new byte[] { 1, 2, 3 });
			volume.writeFile("/corePKCS11_Key.dat", KEY_MARK.getBytes());
			volume.writeFile("/corePKCS11_PubKey.dat", new byte[91]);
			volume.writeFile("/ota/image_state", new ImageState(PalState.PENDING_SELF_TEST, 2).encode());
			volume.writeFile("/other", new byte[7]);
		}
		return device.image();
	}
}
