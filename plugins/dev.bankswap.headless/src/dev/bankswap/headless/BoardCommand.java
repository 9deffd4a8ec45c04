/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import dev.bankswap.board.BoardConfig;
import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.simulator.SimulatedDevice;
import dev.bankswap.simulator.SimulatedDeviceOptions;
import dev.bankswap.simulator.demo.SampleFirmware;
import dev.bankswap.simulator.loop.Pace;
import dev.bankswap.simulator.wire.ConsoleService;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bankswap board}: a simulated board of its own, with its console on a pseudo-terminal and a loopback port. */
@Command(name = "board", mixinStandardHelpOptions = true)
final class BoardCommand implements Callable<Integer> {

	@CommandLine.Spec
	private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

	@Option(names = "--pty", paramLabel = "PATH", descriptionKey = "pty")
	private Optional<Path> pty = Optional.empty();

	@Option(names = "--console-port", paramLabel = "PORT", descriptionKey = "console-port")
	private int consolePort;

	@Option(names = "--image", paramLabel = "PATH", descriptionKey = "board.image")
	private Optional<Path> image = Optional.empty();

	@Option(names = "--image-version", paramLabel = "X.Y.Z", descriptionKey = "image-version")
	private Optional<String> version = Optional.empty();

	@Option(names = "--speed", paramLabel = "N", descriptionKey = "board.speed")
	private double speed = 1;

	@Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
	private long seed = new SecureRandom().nextLong();

	@Override
	public Integer call() throws Refused, IOException, InterruptedException {
		Inputs.speed(speed);
		Inputs.port(consolePort);
		try (SimulatedDevice device = new SimulatedDevice(options()); ConsoleService console = console(device)) {
			Shutdown.add(() -> {
				console.close();
				device.close();
			});
			device.start();
			Map<String, Object> ready = new LinkedHashMap<>();
			ready.put("pty", console.pty().map(Path::toString).orElse(null)); //$NON-NLS-1$
			ready.put("console", "tcp://127.0.0.1:" + console.port()); //$NON-NLS-1$ //$NON-NLS-2$
			spec.commandLine().getOut().println(Json.line(ready));
			new CountDownLatch(1).await();
		}
		return Integer.valueOf(0);
	}

	private SimulatedDeviceOptions options() throws Refused, IOException {
		SampleFirmware sample = SampleFirmware.load();
		FirmwareImage flashed = image.isPresent() ? Inputs.image(image.get()) : sample.base();
		var images = sample.catalog();
		Inputs.version(version).or(flashed::version).ifPresent(known -> images.add(flashed, known));
		return new SimulatedDeviceOptions("board", new BoardConfig(seed, BoardConfig.defaults().timing()), //$NON-NLS-1$
				new Pace(speed), Optional.of(flashed), images);
	}

	private ConsoleService console(SimulatedDevice device) throws Refused {
		try {
			return new ConsoleService(device, consolePort, pty);
		} catch (FileAlreadyExistsException e) {
			throw new Refused(Messages.bind(Messages.PathTaken, pty.orElseThrow()), e);
		} catch (IOException e) {
			throw new Refused(String.valueOf(e.getMessage()), e);
		}
	}
}
