/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.TimeUnit;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.testing.NoErrorLogged;

/** AWS's own client library, with its service models taken at their word: every reply has to fit its shape exactly. */
@ExtendWith(NoErrorLogged.class)
class ContractTest {

	/** Debian's interpreter: boto3 is packaged for it, and another one may come first on the path. */
	private static final Path PYTHON = Path.of("/usr/bin/python3");

	@TempDir
	Path folder;

	@Test
	void everyReplyFitsTheServiceModels() throws Exception {
		assumeTrue(Files.isExecutable(PYTHON) && run("-c", "import boto3").status() == 0, "boto3 is not installed");
		TestServices.Identity signer = TestServices.identity("signer");
		KeyPair key = KeyPairGenerator.getInstance("EC").generateKeyPair();
		var request = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=csr"), key.getPublic())
				.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()));
		StringWriter csr = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(csr)) {
			writer.writeObject(request);
		}
		try (LocalApi api = new LocalApi()) {
			Result result = run(Path.of("data", "contract", "strict_boto3.py").toAbsolutePath().toString(),
					String.valueOf(api.port()), file("device.pem", TestServices.identity("device").pem()),
					file("signer.pem", signer.pem()), file("signer-key.pem", LocalApi.pem(signer)),
					file("csr.pem", csr.toString()));
			assertEquals(0, result.status(), result.output());
			assertTrue(result.output().contains("kinds of replies checked"), result.output());
		}
	}

	private record Result(int status, String output) {
	}

	private Result run(String... arguments) throws IOException, InterruptedException {
		Path output = folder.resolve("output");
		ProcessBuilder builder = new ProcessBuilder(PYTHON.toString()).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.command().addAll(java.util.List.of(arguments));
		builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
		builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
		builder.environment().keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith("_proxy"));
		Process process = builder.start();
		if (!process.waitFor(120, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			return new Result(-1, "timed out: " + Files.readString(output));
		}
		return new Result(process.exitValue(), Files.readString(output));
	}

	private String file(String name, String content) {
		try {
			return Files.writeString(folder.resolve(name), content, StandardCharsets.US_ASCII).toString();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
