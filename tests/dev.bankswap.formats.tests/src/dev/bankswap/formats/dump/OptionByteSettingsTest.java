/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import dev.bankswap.formats.ImageFormatException;
import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(NoErrorLogged.class)
class OptionByteSettingsTest {

	@Test
	void whatIsWrittenIsReadAgain() throws ImageFormatException {
		OptionByteSettings settings = new OptionByteSettings(true, 0x7FFFFFFE, 0x80000000);
		assertEquals("{\n  \"SWAP_BANK\": 1,\n  \"WRPSG1\": \"0x7FFFFFFE\",\n  \"WRPSG2\": \"0x80000000\"\n}\n",
				new String(settings.toJson(), StandardCharsets.US_ASCII));
		assertEquals(settings, OptionByteSettings.ofJson("x", settings.toJson()));
		assertEquals(OptionByteSettings.FACTORY, OptionByteSettings.ofJson("x", OptionByteSettings.FACTORY.toJson()));
	}

	@Test
	void theWriteProtectionMayBeMissing() throws ImageFormatException {
		assertEquals(new OptionByteSettings(true, -1, -1), read(" {\"SWAP_BANK\" :\t1\r\n} "));
		assertEquals(new OptionByteSettings(false, -1, 0xA), read("{\"WRPSG2\":\"0xa\",\"SWAP_BANK\":\"0\"}"));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|', value = { "|{}|,SWAP_BANK is missing", "|{\"SWAP_BANK\":2}|,SWAP_BANK is 0 or 1",
			"|{\"SWAP_BANK\":true}|,neither a text nor a small number", "|{\"SWAP_BANK\":1,}|,not the expected \"",
			"|{\"SWAP_BANK\":1} x|,something follows", "|[1]|,not the expected {", "||,not the expected {",
			"|{\"SWAP_BANK\":1,\"SWAP_BANK\":1}|,twice", "|{\"SWAP_BANK\":1,\"TZEN\":1}|,no option byte \"TZEN\"",
			"|{\"SWAP_BANK\":1,\"WRPSG1\":\"FF\"}|,WRPSG1 is a text such as", "|{\"SWAP_BANK\":\"1|,not the expected \"",
			"|{\"SWAP_BANK\":1234567890}|,small number", "|{\"A\\u0041\":1}|,not allowed in a text" })
	void otherFilesAreRefusedWithTheReason(String text, String reason) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> read(text == null ? "" : text));
		assertTrue(String.valueOf(e.getMessage()).contains(reason), e.getMessage());
	}

	@Test
	void damagedFilesAreRefusedOrReadButNeverFail() {
		Random random = new Random(4);
		byte[] good = new OptionByteSettings(true, 1, 2).toJson();
		int read = 0;
		for (int i = 0; i < 5000; i++) {
			byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
			for (int n = random.nextInt(3); n > 0 && damaged.length > 0; n--) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			try {
				OptionByteSettings.ofJson("damaged", damaged);
				read++;
			} catch (ImageFormatException e) {
				assertTrue(String.valueOf(e.getMessage()).startsWith("damaged: "));
			}
		}
		assertTrue(read > 500 && read < 4500, "a useful mixture, not " + read);
		assertThrows(ImageFormatException.class, () -> OptionByteSettings.ofJson("x", new byte[5000]));
	}

	private static OptionByteSettings read(String text) throws ImageFormatException {
		return OptionByteSettings.ofJson("option-bytes.json", text.getBytes(StandardCharsets.ISO_8859_1));
	}
}
