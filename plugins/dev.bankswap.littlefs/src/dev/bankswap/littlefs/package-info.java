/** The littlefs v2 file system on a block device: an own implementation of its published on-disk format. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.littlefs;
