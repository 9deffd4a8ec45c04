/** What the firmware and its build leave behind as bytes: images (ELF and .bin), versions, key-value files, the OTA image state, PKCS#11 object names. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.formats;
