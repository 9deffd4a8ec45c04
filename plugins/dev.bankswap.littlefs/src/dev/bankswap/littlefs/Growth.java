/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/** Gives a volume the blocks that its device has behind it. */
public final class Growth {

	private Growth() {
	}

	/**
	 * Grows a volume that is not mounted. One that fills its device is left as it is.
	 *
	 * @param device the device, which is larger than the volume
	 * @param geometry the configuration with the new number of blocks
	 * @throws LfsException {@link LfsError#CORRUPT} if there is no intact volume, {@link LfsError#INVAL} if it is larger than the
	 *         geometry says, or of another kind
	 */
	public static void grow(BlockDevice device, Geometry geometry) throws LfsException {
		Volume.requireFit(device, geometry);
		Superblock stored = new Volume(device, geometry, DiskVersion.V2_1).peek();
		stored.checkGrowable(geometry);
		if (stored.blockCount() < geometry.blockCount()) {
			DiskVersion version = stored.hasForwardChecksums() ? DiskVersion.V2_1 : DiskVersion.V2_0;
			Volume volume = new Volume(device, geometry.withBlockCount(stored.blockCount()), version);
			volume.load();
			VolumeWriter writer = new VolumeWriter(volume, new PathWalk(volume));
			writer.run(() -> writer.maintenance().grow(geometry.blockCount()));
			device.sync();
		}
	}
}
