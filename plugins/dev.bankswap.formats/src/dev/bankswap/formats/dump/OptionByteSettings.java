/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats.dump;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.bankswap.formats.ImageFormatException;

/**
 * The option bytes that matter to the firmware, with the names of their fields in the registers; as a file a JSON object such as
 * {@code {"SWAP_BANK": 1, "WRPSG1": "0xFFFFFFFF", "WRPSG2": "0xFFFFFFFF"}}. The write protection may be missing.
 *
 * @param swapBank  whether the core starts from bank 2
 * @param writable1 write protection of bank 1: a bit that is 0 protects four sectors
 * @param writable2 the same for bank 2
 */
public record OptionByteSettings(boolean swapBank, int writable1, int writable2) {

	/** As the board leaves the factory. */
	public static final OptionByteSettings FACTORY = new OptionByteSettings(false, -1, -1);

	private static final String SWAP_BANK = "SWAP_BANK";
	private static final String PROTECTION_1 = "WRPSG1";
	private static final String PROTECTION_2 = "WRPSG2";
	private static final Set<String> KNOWN = Set.of(SWAP_BANK, PROTECTION_1, PROTECTION_2);

	private static final int MAX_SIZE = 4096;
	private static final int HEX = 16;
	private static final String REMEDY = "Write a file like {\"SWAP_BANK\": 0, \"WRPSG1\": \"0xFFFFFFFF\", \"WRPSG2\": \"0xFFFFFFFF\"}";

	/**
	 * Writes the file.
	 *
	 * @return its bytes
	 */
	public byte[] toJson() {
		return String.format("{%n  \"%s\": %d,%n  \"%s\": \"0x%08X\",%n  \"%s\": \"0x%08X\"%n}%n", SWAP_BANK, swapBank ? 1 : 0,
				PROTECTION_1, writable1, PROTECTION_2, writable2).replace("\r", "").getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Reads the file.
	 *
	 * @param name    what to call it in messages
	 * @param content its bytes
	 * @return the option bytes
	 * @throws ImageFormatException if it does not look like that
	 */
	public static OptionByteSettings ofJson(String name, byte[] content) throws ImageFormatException {
		if (content.length > MAX_SIZE) {
			throw new ImageFormatException(name, "the file has " + content.length + " bytes, too many for option bytes", REMEDY);
		}
		try {
			Map<String, String> members = FlatJson.parse(new String(content, StandardCharsets.ISO_8859_1));
			Optional<String> unknown = members.keySet().stream().filter(key -> !KNOWN.contains(key)).findFirst();
			if (unknown.isPresent()) {
				throw new FlatJson.Malformed("there is no option byte \"" + unknown.get() + "\" here");
			}
			return new OptionByteSettings(swapBank(members), protection(members, PROTECTION_1), protection(members, PROTECTION_2));
		} catch (FlatJson.Malformed e) {
			throw new ImageFormatException(name, String.valueOf(e.getMessage()), REMEDY);
		}
	}

	private static boolean swapBank(Map<String, String> members) throws FlatJson.Malformed {
		String value = members.getOrDefault(SWAP_BANK, "");
		return switch (value) {
			case "0" -> false;
			case "1" -> true;
			default -> throw new FlatJson.Malformed(
					value.isEmpty() ? SWAP_BANK + " is missing" : SWAP_BANK + " is 0 or 1, not " + value);
		};
	}

	private static int protection(Map<String, String> members, String key) throws FlatJson.Malformed {
		String value = members.getOrDefault(key, "0xFFFFFFFF");
		if (!value.matches("0x[0-9A-Fa-f]{1,8}")) {
			throw new FlatJson.Malformed(key + " is a text such as \"0xFFFFFFFF\", not " + value);
		}
		return (int) Long.parseLong(value.substring(2), HEX);
	}
}
