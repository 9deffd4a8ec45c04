/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.boot;

import java.util.function.Consumer;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.console.Console;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Logger;

/** {@code app_main.c}: from the first instruction to the running tasks. */
public final class AppMain {

	private static final String SOURCE = "app_main.c";

	private static final byte[] TWO_EMPTY_LINES = { '\r', '\n', '\r', '\n' };

	/** Waiting times of the flash controller's set-up before the volume is mounted. */
	private static final long FLASH_SETUP_MS = 400;

	/** Reading the volume's metadata. */
	private static final long MOUNT_MS = 12;

	/** {@code FLASH_WaitForLastOperation}, which clears a stale error state, and the read of the OTA context file. */
	private static final long FLASH_CHECK_MS = 3;

	/** How often the idle task refreshes the watchdog here; the real one does so continuously. */
	private static final long IDLE_HOOK_MS = 500;

	private static final long NANOS_PER_MS = 1_000_000;

	private final FirmwareContext context;

	private final Consumer<FirmwareContext> applications;

	private final Kernel kernel;

	private final Logger log;

	private final Task init;

	/**
	 * Creates the program of one boot.
	 *
	 * @param context      its global objects
	 * @param applications creates the application's tasks at the end of the start-up
	 */
	public AppMain(FirmwareContext context, Consumer<FirmwareContext> applications) {
		this.context = context;
		this.applications = applications;
		kernel = context.kernel();
		log = context.log();
		init = kernel.createTask("Init", 8, 512);
	}

	/**
	 * {@code main}: prints the boot lines and starts the scheduler.
	 *
	 * @param resetFlags the register RCC_RSR
	 */
	public void run(int resetFlags) {
		context.board().watchdog().start(context.options().watchdogMs() * NANOS_PER_MS);
		context.board().uart().transmitBlocking(TWO_EMPTY_LINES);
		log.sys(SOURCE, 266, "Reset Source: 0x%x : %s.", ResetSource.printed(resetFlags), ResetSource.text(resetFlags));
		log.info(SOURCE, 285, "HW Init Complete");
		kernel.start();
		kernel.idle().run(this::idleHook);
		init.run(this::startConsole);
	}

	private void idleHook() {
		context.board().watchdog().refresh();
		kernel.idle().after(IDLE_HOOK_MS, this::idleHook);
	}

	private void startConsole() {
		new Console(context).start();
		init.after(FLASH_SETUP_MS + MOUNT_MS, this::mountFileSystem);
	}

	private void mountFileSystem() {
		if (context.fileSystem().mount()) {
			log.info(SOURCE, 218, "File System mounted.");
			init.after(FLASH_CHECK_MS, this::checkImage);
		} else {
			log.error(SOURCE, 228, "Failed to mount filesystem.");
			startTasks();
		}
	}

	private void checkImage() {
		context.otaPal().earlyInit();
		kernel.events().set(SystemEvents.FS_READY);
		context.kv().load();
		kernel.heap().allocate(HeapUse.KEY_VALUE_STORE);
		kernel.heap().allocate(HeapUse.PKCS11);
		startTasks();
	}

	private void startTasks() {
		kernel.events().set(SystemEvents.FS_READY);
		new Heartbeat(kernel, context.board().leds()).start();
		applications.accept(context);
		init.suspend();
	}
}
