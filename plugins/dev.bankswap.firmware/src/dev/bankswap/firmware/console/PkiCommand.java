/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;

import dev.bankswap.firmware.FirmwareContext;

/** {@code pki}: chooses the operation and the object ({@code cli_pki.c}). */
final class PkiCommand implements Command {

	private final PkiGenerate generate;

	private final PkiImport imports;

	private final PkiExport exports;

	PkiCommand(FirmwareContext context) {
		generate = new PkiGenerate(context);
		imports = new PkiImport(context);
		exports = new PkiExport(context);
	}

	@Override
	public String name() {
		return "pki";
	}

	@Override
	public String help() {
		return HelpText.of("""
				pki:
				    Perform public/private key operations.
				    Usage:
				    pki <verb> <object> <args>
				        Valid verbs are { generate, import, export, list }
				        Valid object types are { key, csr, cert }
				        Arguments should be specified in --<arg_name> <value>

				    pki generate key <label_public> <label_private> <algorithm> <algorithm_param>
				        Generates a new private key to be stored in the specified labels

				    pki generate csr <label>
				        Generates a new Certificate Signing Request using the private key
				        with the specified label.
				        If no label is specified, the default tls private key is used.

				    pki generate cert <cert_label> <private_key_label>
				        Generate a new self-signed certificate

				    pki import cert <label>
				        Import a certificate into the given slot. The certificate should be\s
				        copied into the terminal in PEM format, ending with two blank lines.

				    pki export cert <label>
				        Export the certificate with the given label in pem format.
				        When no label is specified, the default certificate is exported.

				    pki import key <label>
				        Import a public key into the given slot. The key should be\s
				        copied into the terminal in PEM format, ending with two blank lines.

				    pki export key <label>
				        Export the public portion of the key with the specified label.
				""");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		String verb = words.size() > 1 ? words.get(1) : "";
		String object = words.size() > 2 ? words.get(2) : "";
		List<String> labels = words.subList(Math.min(3, words.size()), words.size());
		switch (verb + ' ' + object) {
		case "generate key":
			generate.key(labels, terminal);
			done.run();
			break;
		case "generate cert":
			generate.certificate(labels, terminal);
			done.run();
			break;
		case "generate csr":
			generate.request(labels, terminal);
			done.run();
			break;
		case "import cert":
			imports.certificate(labels, terminal, done);
			break;
		case "import key":
			imports.key(labels, terminal, done);
			break;
		case "export cert":
			exports.certificate(labels, terminal);
			done.run();
			break;
		case "export key":
			exports.key(labels, terminal);
			done.run();
			break;
		default:
			complain(verb, object, terminal);
			done.run();
			break;
		}
	}

	private void complain(String verb, String object, Terminal terminal) {
		if (verb.equals("generate") && object.isEmpty()) {
			terminal.println("Error: Not enough arguments to 'pki generate' command.");
		} else if (verb.equals("generate")) {
			terminal.println("Error: Invalid object type: '" + object + "' specified for generate command.");
		} else if ((verb.equals("import") || verb.equals("export")) && !object.isEmpty()) {
			// The firmware blames import for a wrong export, too.
			terminal.println("Error: Invalid object type: '" + object + "' specified for import command.");
		}
		terminal.print(help());
	}
}
