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

import dev.bankswap.board.BoardConfig;
import dev.bankswap.board.Fidelity;
import dev.bankswap.formats.FirmwareImage;
import dev.bankswap.formats.ImageCatalog;
import dev.bankswap.simulator.SimulatedDevice;
import dev.bankswap.simulator.SimulatedDeviceOptions;
import dev.bankswap.simulator.demo.SampleFirmware;
import dev.bankswap.simulator.dump.BoardDump;
import dev.bankswap.simulator.dump.DumpInspector;
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

	@Option(names = "--inspect", paramLabel = "DUMP", descriptionKey = "board.inspect")
	private Optional<Path> inspect = Optional.empty();

	@Option(names = "--load", paramLabel = "DUMP", descriptionKey = "board.load")
	private Optional<Path> load = Optional.empty();

	@Option(names = "--save", paramLabel = "DUMP", descriptionKey = "board.save")
	private Optional<Path> save = Optional.empty();

	@Option(names = "--faithful", descriptionKey = "board.faithful")
	private boolean faithful;

	@Override
	public Integer call() throws Refused, IOException, InterruptedException {
		Inputs.speed(speed);
		Inputs.port(consolePort);
		if (inspect.isPresent()) {
			new DumpPrinter(spec.commandLine().getOut()).print(new DumpInspector(catalog()).inspect(Dumps.read(inspect.get())));
			return Integer.valueOf(0);
		}
		Optional<BoardDump> dump = load.isPresent() ? Optional.of(Dumps.read(load.get())) : Optional.empty();
		if (save.isPresent()) {
			Dumps.checkTarget(save.get());
		}
		try (SimulatedDevice device = new SimulatedDevice(options()); ConsoleService console = console(device)) {
			dump.ifPresent(loaded -> device.access(loaded::loadInto));
			Shutdown.add(() -> {
				save.ifPresent(folder -> Dumps.save(device, folder, spec.commandLine().getErr()));
				console.close();
				device.close();
			});
			device.start();
			Map<String, Object> ready = new LinkedHashMap<>();
			ready.put("pty", console.pty().map(Path::toString).orElse(null)); //$NON-NLS-1$
			ready.put("console", "tcp://127.0.0.1:" + console.port()); //$NON-NLS-1$ //$NON-NLS-2$
			spec.commandLine().getOut().println(Json.line(ready));
			Shutdown.awaitTheEnd();
		}
		return Integer.valueOf(0);
	}

	private SimulatedDeviceOptions options() throws Refused, IOException {
		Optional<FirmwareImage> flashed = load.isPresent() ? Optional.empty()
				: Optional.of(image.isPresent() ? Inputs.image(image.get()) : SampleFirmware.load().base());
		BoardConfig hardware = new BoardConfig(seed, BoardConfig.defaults().timing(),
				faithful ? Fidelity.FAITHFUL : Fidelity.IDEAL);
		return new SimulatedDeviceOptions("board", hardware, new Pace(speed), flashed, catalog()); //$NON-NLS-1$
	}

	/** The images whose version is known: the sample firmware, and what the user names. */
	private ImageCatalog catalog() throws Refused, IOException {
		SampleFirmware sample = SampleFirmware.load();
		ImageCatalog images = sample.catalog();
		FirmwareImage own = image.isPresent() ? Inputs.image(image.get()) : sample.base();
		Inputs.version(version).or(own::version).ifPresent(known -> images.add(own, known));
		return images;
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
