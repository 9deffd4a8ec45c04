/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

import dev.bankswap.board.Board;
import dev.bankswap.board.ResetCause;
import dev.bankswap.firmware.fs.FirmwareFileSystem;
import dev.bankswap.firmware.kernel.EndlessLoop;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kvstore.KvStore;
import dev.bankswap.firmware.log.Assertions;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.net.MqttWire;
import dev.bankswap.firmware.net.NetworkControl;
import dev.bankswap.firmware.ota.OtaPal;
import dev.bankswap.firmware.pki.PkiStore;
import dev.bankswap.formats.FirmwareVersion;

/** The global objects of one boot. Everything in it was in RAM, so the next boot gets a new one. */
public final class FirmwareContext {

	private final Board board;

	private final FirmwareOptions options;

	private final MqttWire wire;

	private final NetworkControl networkControl;

	private final FirmwareEvents events;

	private final FirmwareVersion version;

	private final Kernel kernel;

	private final Logger log;

	private final Assertions assertions;

	private final FirmwareFileSystem fileSystem;

	private final KvStore kv;

	private final PkiStore pki;

	private final OtaPal otaPal;

	/**
	 * Creates the objects of a boot; nothing runs yet.
	 *
	 * @param board   the hardware
	 * @param options what was chosen about the model
	 * @param wire    the network
	 * @param network what the network depends on
	 * @param events  who watches
	 * @param version version of the running image
	 */
	public FirmwareContext(Board board, FirmwareOptions options, MqttWire wire, NetworkControl network, FirmwareEvents events,
			FirmwareVersion version) {
		this.board = board;
		this.options = options;
		this.wire = wire;
		this.networkControl = network;
		this.events = events;
		this.version = version;
		kernel = new Kernel(board);
		kernel.onCreated(task -> events.publish(new FirmwareEvent.TaskStarted(board.scheduler().now(), task.name())));
		kernel.heap().allocate(HeapUse.LOGGING);
		log = new Logger(board, kernel, events, options.has(FirmwareSwitch.LOG_TICK_24_BITS));
		assertions = new Assertions(log);
		kernel.heap().onExhausted(() -> {
			log.error("freertos_hooks.c", 61, "Malloc failed");
			throw new EndlessLoop("Malloc failed");
		});
		fileSystem = new FirmwareFileSystem(board, kernel, log);
		kv = new KvStore(fileSystem, log, assertions);
		pki = new PkiStore(fileSystem, log);
		otaPal = new OtaPal(this);
	}

	/**
	 * Returns the hardware.
	 *
	 * @return the board
	 */
	public Board board() {
		return board;
	}

	/**
	 * Returns what was chosen about the model.
	 *
	 * @return the options
	 */
	public FirmwareOptions options() {
		return options;
	}

	/**
	 * Returns the network.
	 *
	 * @return the wire
	 */
	public MqttWire wire() {
		return wire;
	}

	/**
	 * Returns what the network depends on outside the board.
	 *
	 * @return module, access point and servers
	 */
	public NetworkControl networkControl() {
		return networkControl;
	}

	/**
	 * Returns who watches.
	 *
	 * @return where to publish events
	 */
	public FirmwareEvents events() {
		return events;
	}

	/**
	 * Returns {@code appFirmwareVersion}.
	 *
	 * @return the version of the running image
	 */
	public FirmwareVersion version() {
		return version;
	}

	/**
	 * Returns the kernel.
	 *
	 * @return the kernel
	 */
	public Kernel kernel() {
		return kernel;
	}

	/**
	 * Returns the logger.
	 *
	 * @return the logger
	 */
	public Logger log() {
		return log;
	}

	/**
	 * Returns the assertions.
	 *
	 * @return the assertions
	 */
	public Assertions assertions() {
		return assertions;
	}

	/**
	 * Returns the volume.
	 *
	 * @return the file system
	 */
	public FirmwareFileSystem fileSystem() {
		return fileSystem;
	}

	/**
	 * Returns the run-time configuration.
	 *
	 * @return the key-value store
	 */
	public KvStore kv() {
		return kv;
	}

	/**
	 * Returns keys and certificates.
	 *
	 * @return the PKCS#11 objects
	 */
	public PkiStore pki() {
		return pki;
	}

	/**
	 * Returns the platform layer of the OTA library.
	 *
	 * @return the OTA PAL
	 */
	public OtaPal otaPal() {
		return otaPal;
	}

	/**
	 * {@code vDoSystemReset}: logs, sends the waiting log lines and resets the core. It does not return to firmware that
	 * runs on the core.
	 */
	public void reset() {
		log.sys("freertos_hooks.c", 86, "System Reset in progress.");
		log.dyingGasp();
		board.reset(ResetCause.SOFTWARE);
	}
}
