/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

import dev.bankswap.board.Board;
import dev.bankswap.board.BoardConfig;
import dev.bankswap.board.BoardEvent;
import dev.bankswap.board.TimingProfile;
import dev.bankswap.firmware.AwsRiFirmware;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.FirmwareOptions;
import dev.bankswap.firmware.fs.NorBlockDevice;
import dev.bankswap.firmware.pki.EcKeys;
import dev.bankswap.firmware.pki.X509Writer;
import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.ImageCatalog;
import dev.bankswap.formats.KeyValueRecord;
import dev.bankswap.formats.PkiObject;
import dev.bankswap.littlefs.Geometry;
import dev.bankswap.littlefs.LittleFs;

/** A board that was provisioned before: network, endpoint, keys and certificates, version 1.0.0 in bank 1. */
public final class ProvisionedBoard {

	public static final String THING = "my_thing_name";
	public static final FirmwareVersion OLD = new FirmwareVersion(1, 0, 0);
	public static final FirmwareVersion NEW = new FirmwareVersion(1, 1, 0);

	/** Signs the images of all tests. */
	public static final ECPrivateKeyParameters SIGNER = EcKeys.generate(new SecureRandom());

	private static final byte[] CERTIFICATE = certificate(THING);
	private static final byte[] ROOT = certificate("Amazon Root CA 3");
	private static final long MS = 1_000_000;
	private static final long LATEST = 900_000;

	public final Board board = new Board(new BoardConfig(7, TimingProfile.typical()));
	public final ScriptedBroker broker = new ScriptedBroker(board);
	public final ImageCatalog catalog = new ImageCatalog();
	public final List<FirmwareEvent> events = new ArrayList<>();
	public final List<BoardEvent> boardEvents = new ArrayList<>();
	public final AwsRiFirmware firmware;

	public ProvisionedBoard() {
		this(UnaryOperator.identity());
	}

	public ProvisionedBoard(UnaryOperator<FirmwareOptions> change) {
		firmware = new AwsRiFirmware(change.apply(FirmwareOptions.defaults(catalog)), broker);
		firmware.addListener(events::add);
		board.addListener(event -> {
			if (!(event instanceof BoardEvent.QuadWordProgrammed)) {
				boardEvents.add(event);
			}
		});
		board.install(firmware);
		load(1, image(1024, 1, OLD));
		provision();
	}

	/** Makes a bootable image and tells the model its version. */
	public byte[] image(int size, long seed, FirmwareVersion version) {
		byte[] bytes = new byte[size];
		new Random(seed).nextBytes(bytes);
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 0x200A0000).putInt(4, 0x08000101);
		try {
			catalog.add(FirmwareImage.ofBinary("image" + seed, bytes), version);
		} catch (IOException unsuitable) {
			throw new IllegalStateException(unsuitable);
		}
		return bytes;
	}

	public void load(int bank, byte[] image) {
		board.flash().loadImage(bank, image);
	}

	public ProvisionedBoard powerOn() {
		board.powerOn();
		return this;
	}

	public void run(long ms) {
		board.scheduler().runUntil(board.scheduler().now() + ms * MS);
	}

	/** Runs until something is so, at most a quarter of an hour. */
	public void runUntil(java.util.function.BooleanSupplier condition) {
		long end = board.scheduler().now() + LATEST * MS;
		while (!condition.getAsBoolean()) {
			if (board.scheduler().now() > end) {
				List<String> log = lines().stream().filter(each -> !each.contains("[Sense ")).toList();
				throw new AssertionError("It never happened. Log:\n" + String.join("\n", log.subList(Math.max(0, log.size() - 60), log.size())));
			}
			board.scheduler().step();
		}
	}

	public void runUntilLogged(String part) {
		int from = events.size();
		int[] seen = { from };
		runUntil(() -> {
			while (seen[0] < events.size()) {
				FirmwareEvent event = events.get(seen[0]++);
				if (event instanceof FirmwareEvent.LogLine line && line.text().contains(part)) {
					return true;
				}
			}
			return false;
		});
	}

	public long tick() {
		return board.scheduler().now() / MS;
	}

	/** All log lines so far. */
	public String log() {
		return lines().stream().collect(Collectors.joining("\n"));
	}

	public List<String> lines() {
		return all(FirmwareEvent.LogLine.class).stream().map(FirmwareEvent.LogLine::text).toList();
	}

	public boolean logged(String part) {
		return lines().stream().anyMatch(each -> each.contains(part));
	}

	public long count(String part) {
		return lines().stream().filter(each -> each.contains(part)).count();
	}

	public <T> List<T> all(Class<T> type) {
		return events.stream().filter(type::isInstance).map(type::cast).toList();
	}

	public <T> List<T> allOfBoard(Class<T> type) {
		return boardEvents.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/** Writes a file as a programmer of the external flash does. */
	public void write(String path, byte[] content) {
		try (LittleFs volume = LittleFs.mount(new NorBlockDevice(board.nor()), Geometry.FIRMWARE)) {
			volume.writeFile(path, content);
		} catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	public boolean exists(String path) {
		try (LittleFs volume = LittleFs.mount(new NorBlockDevice(board.nor()), Geometry.FIRMWARE)) {
			return volume.exists(path);
		} catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	public byte[] read(String path) {
		try (LittleFs volume = LittleFs.mount(new NorBlockDevice(board.nor()), Geometry.FIRMWARE)) {
			return volume.readFile(path);
		} catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	public void remove(String path) {
		try (LittleFs volume = LittleFs.mount(new NorBlockDevice(board.nor()), Geometry.FIRMWARE)) {
			volume.remove(path);
		} catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private void provision() {
		try {
			LittleFs.format(new NorBlockDevice(board.nor()), Geometry.FIRMWARE);
			try (LittleFs volume = LittleFs.mount(new NorBlockDevice(board.nor()), Geometry.FIRMWARE)) {
				volume.mkdir("/cfg");
				volume.mkdir("/ota");
				volume.writeFile("/cfg/thing_name", KeyValueRecord.string(THING));
				volume.writeFile("/cfg/mqtt_endpoint", KeyValueRecord.string("localhost"));
				volume.writeFile("/cfg/wifi_ssid", KeyValueRecord.string("net"));
				put(volume, PkiObject.TLS_KEY_PRIV, EcKeys.sec1(SIGNER));
				put(volume, PkiObject.TLS_CERT, CERTIFICATE);
				put(volume, PkiObject.ROOT_CA_CERT, ROOT);
				put(volume, PkiObject.OTA_SIGNER_PUB, EcKeys.subjectPublicKeyInfo(EcKeys.point(SIGNER)));
			}
		} catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private static void put(LittleFs volume, PkiObject object, byte[] der) throws IOException {
		volume.writeFile("/" + object.fileName(), der);
	}

	private static byte[] certificate(String name) {
		return new X509Writer(new SecureRandom(), false).certificate(name, SIGNER);
	}
}
