/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.board.ResetCause;
import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareSwitch;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.StackUse;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;

/**
 * The task {@code cli} and the UART driver that it starts. It reads a line, runs its command, and begins again. Commands
 * wait until the key-value store is loaded; the real device fails an assertion if one comes earlier.
 */
public final class Console implements Terminal {

	private final FirmwareContext context;

	private final Task task;

	private final Cli cli;

	private final LineEditor editor = new LineEditor(this::write);

	private final Transmitter transmitter;

	private final Receiver receiver;

	/** The rest of a command whose output did not fit into the transmit stream. */
	private @Nullable Runnable blockedCommand;

	/**
	 * Creates the console of one boot.
	 *
	 * @param context the boot that it belongs to
	 */
	public Console(FirmwareContext context) {
		this.context = context;
		task = context.kernel().createTask("cli", 10, 2048);
		cli = new Cli(commands());
		context.kernel().heap().allocate(HeapUse.CONSOLE);
		receiver = new Receiver(context, () -> task.run(this::pump));
		transmitter = new Transmitter(context, editor::redraw);
	}

	/** Starts the task: the first prompt appears at once. */
	public void start() {
		task.run(() -> {
			receiver.start();
			transmitter.start();
			transmitter.onAccepted(() -> task.run(this::unblock));
			nextCommand();
		});
	}

	@Override
	public void print(String text) {
		write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Override
	public void readLine(Consumer<String> consumer) {
		editor.read(line -> task.run(() -> consumer.accept(line)));
		pump();
	}

	@Override
	public void pause(long ms, Runnable then) {
		task.after(ms, () -> {
			if (transmitter.blocked()) {
				blockedCommand = then;
			} else {
				then.run();
			}
		});
	}

	private List<Command> commands() {
		return List.of(new ConfCommand(context.kv(), context.options().has(FirmwareSwitch.CONF_SET_JOINS_WORDS)),
				new PkiCommand(context), new PsCommand(context.kernel()), new KillCommand(context), new KillAllCommand(context),
				new HeapStatCommand(context.kernel().heap()), new ResetCommand(() -> context.board().reset(ResetCause.SOFTWARE)),
				new UptimeCommand(context.kernel()::tick), new RngTestCommand(context.board().rng()),
				new AssertCommand(context.assertions()));
	}

	private void write(byte[] data) {
		transmitter.write(data);
	}

	private void nextCommand() {
		readLine(line -> {
			if (line.isEmpty()) {
				nextCommand();
			} else {
				context.kernel().events().whenAll(SystemEvents.FS_READY, task, () -> execute(line));
			}
		});
	}

	private void execute(String line) {
		context.kernel().useStack(StackUse.COMMAND);
		cli.execute(line, this, this::nextCommand);
	}

	private void unblock() {
		Runnable command = blockedCommand;
		blockedCommand = null;
		if (command == null) {
			pump();
		} else {
			command.run();
		}
	}

	/** Feeds received bytes to the reader, as long as there is one and its echo finds room. */
	private void pump() {
		while (editor.reading() && !transmitter.blocked() && !receiver.isEmpty()) {
			editor.accept(receiver.take());
		}
	}
}
