/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.bankswap.firmware.codec.CNumber;
import dev.bankswap.firmware.kvstore.KvKey;
import dev.bankswap.firmware.kvstore.KvStore;

/** {@code conf}: reads, stages and commits the key-value store ({@code cli_conf.c}). */
final class ConfCommand implements Command {

	/** What a line can hold, and more; the store takes up to 254. */
	private static final int FIRST_VALUE_WORD = 3;

	private final KvStore kv;

	private final boolean joinsWords;

	ConfCommand(KvStore kv, boolean joinsWords) {
		this.kv = kv;
		this.joinsWords = joinsWords;
	}

	@Override
	public String name() {
		return "conf";
	}

	@Override
	public String help() {
		return HelpText.of("""
				conf:
				    Get/ Set/ Commit runtime configuration values
				    Usage:
				    conf get
				        Outputs the value of all runtime config options supported by the system.

				    conf get <key>
				        Outputs the current value of a given runtime config item.

				    conf set <key> <value>
				        Set the value of a given runtime config item. This change is staged
				        in volatile memory until a commit operation occurs.

				    conf commit
				        Commit staged config changes to nonvolatile memory.
				""");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		String verb = words.size() > 1 ? words.get(1) : "";
		if (verb.equals("get") && words.size() == 2) {
			for (KvKey key : KvKey.values()) {
				terminal.println(shown(key));
			}
		} else if (verb.equals("get")) {
			get(words.get(2), terminal);
		} else if (verb.equals("set") && words.size() > 2) {
			set(words, terminal);
		} else if (verb.equals("commit")) {
			terminal.println(kv.commit() ? "Configuration saved to NVM." : "Error: Could not save configuration to NVM.");
		} else {
			terminal.print(help());
		}
		done.run();
	}

	private void get(String name, Terminal terminal) {
		terminal.println(KvKey.byName(name).map(this::shown).orElseGet(() -> unknown(name)));
	}

	private void set(List<String> words, Terminal terminal) {
		String name = words.get(2);
		Optional<KvKey> key = KvKey.byName(name);
		key.ifPresent(each -> stage(each, value(words)));
		terminal.println(key.map(this::shown).orElseGet(() -> unknown(name)));
	}

	private String value(List<String> words) {
		List<String> parts = words.subList(FIRST_VALUE_WORD, words.size());
		if (parts.isEmpty()) {
			return "";
		}
		return joinsWords ? String.join(" ", parts) : parts.get(0);
	}

	private void stage(KvKey key, String value) {
		if (key.isString()) {
			kv.set(key, value.getBytes(StandardCharsets.ISO_8859_1));
		} else {
			kv.set(key, CNumber.unsigned(value));
		}
	}

	private String shown(KvKey key) {
		if (key.isString()) {
			return key.key() + "=\"" + new String(kv.bytes(key), StandardCharsets.ISO_8859_1) + '"';
		}
		return key.key() + '=' + kv.number(key);
	}

	private static String unknown(String name) {
		return "Error: key: " + name + " was not recognized.";
	}
}
