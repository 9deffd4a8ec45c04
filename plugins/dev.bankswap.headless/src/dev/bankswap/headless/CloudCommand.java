/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import dev.bankswap.cloud.CloudOptions;
import dev.bankswap.cloud.LocalCloud;
import dev.bankswap.simulator.demo.TemporaryFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bankswap cloud}: the local AWS IoT on loopback ports. */
@Command(name = "cloud", mixinStandardHelpOptions = true)
final class CloudCommand implements Callable<Integer> {

	private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d"); //$NON-NLS-1$
	private static final Pattern ACCOUNT = Pattern.compile("\\d{12}"); //$NON-NLS-1$

	@CommandLine.Spec
	private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

	@Option(names = "--folder", paramLabel = "PATH", descriptionKey = "folder")
	private Optional<Path> folder = Optional.empty();

	@Option(names = "--ephemeral", descriptionKey = "ephemeral")
	private boolean ephemeral;

	@Option(names = "--http-port", paramLabel = "PORT", descriptionKey = "http-port")
	private int httpPort;

	@Option(names = "--mqtt-port", paramLabel = "PORT", descriptionKey = "mqtt-port")
	private int mqttPort;

	@Option(names = "--region", paramLabel = "REGION", descriptionKey = "region")
	private String region = "us-west-2"; //$NON-NLS-1$

	@Option(names = "--account", paramLabel = "ID", descriptionKey = "account")
	private String account = "123456789012"; //$NON-NLS-1$

	@Override
	public Integer call() throws Refused, IOException, InterruptedException {
		check();
		try (TemporaryFolder place = folder(); LocalCloud cloud = start(place.path())) {
			Shutdown.add(() -> {
				cloud.close();
				place.close();
			});
			Map<String, Object> ready = new LinkedHashMap<>();
			ready.put("http", Integer.valueOf(cloud.httpPort())); //$NON-NLS-1$
			ready.put("mqtt", Integer.valueOf(cloud.mqttPort())); //$NON-NLS-1$
			ready.put("rootCa", cloud.rootCa().toString()); //$NON-NLS-1$
			ready.put("region", cloud.region()); //$NON-NLS-1$
			ready.put("accountId", cloud.accountId()); //$NON-NLS-1$
			spec.commandLine().getOut().println(Json.line(ready));
			Shutdown.awaitTheEnd();
		}
		return Integer.valueOf(0);
	}

	private void check() throws Refused {
		Inputs.port(httpPort);
		Inputs.port(mqttPort);
		if (!REGION.matcher(region).matches()) {
			throw new Refused(Messages.bind(Messages.BadRegion, region));
		}
		if (!ACCOUNT.matcher(account).matches()) {
			throw new Refused(Messages.bind(Messages.BadAccount, account));
		}
	}

	private TemporaryFolder folder() throws Refused {
		try {
			return folder.isEmpty() ? TemporaryFolder.create()
					: TemporaryFolder.keep(Files.createDirectories(folder.get().toAbsolutePath()));
		} catch (IOException e) {
			throw new Refused(Messages.bind(Messages.Unwritable, folder.map(Path::toString).orElse(""), e.getMessage()), e); //$NON-NLS-1$
		}
	}

	private LocalCloud start(Path place) throws Refused {
		try {
			CloudOptions options = new CloudOptions(place, region, account, httpPort, mqttPort, Clock.systemUTC());
			return LocalCloud.start(folder.isEmpty() || ephemeral ? options : options.persistent());
		} catch (IOException e) {
			throw new Refused(String.valueOf(e.getMessage()), e);
		}
	}
}
