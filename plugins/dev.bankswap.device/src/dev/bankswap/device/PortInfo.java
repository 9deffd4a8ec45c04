/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

/**
 * A serial port of this machine.
 *
 * @param name what opens it, for instance {@code /dev/ttyACM0} or {@code COM7}
 * @param description what the operating system calls the device behind it
 * @param vendorId USB vendor, or -1 if it is no USB port
 * @param productId USB product, or -1 if it is no USB port
 * @param serialNumber serial number of the USB device, or an empty text; together with vendor and product it finds a board again that
 *            was plugged into another socket
 */
public record PortInfo(String name, String description, int vendorId, int productId, String serialNumber) {
	private static final int VENDOR_ST = 0x0483;

	/**
	 * Tells whether the port belongs to a debug probe of STMicroelectronics: the product ids of the ST-LINK generations differ, so the
	 * whole range that they come from counts.
	 *
	 * @return whether this is most likely the console of a board
	 */
	public boolean stLink() {
		return vendorId == VENDOR_ST && productId >= 0x3744 && productId <= 0x3757;
	}

	/**
	 * Tells whether this is a USB port.
	 *
	 * @return whether vendor and product are known
	 */
	public boolean usb() {
		return vendorId > 0 && productId > 0;
	}

	/**
	 * Names the port for a list.
	 *
	 * @return description, port and USB identity
	 */
	public String friendlyName() {
		StringBuilder text = new StringBuilder(description.isBlank() ? name : description + " – " + name);
		if (usb()) {
			text.append(String.format(" (%04X:%04X%s)", vendorId, productId, serialNumber.isBlank() ? "" : ", " + serialNumber));
		}
		return text.toString();
	}

	/**
	 * Tells whether another port is the same device, perhaps in another socket.
	 *
	 * @param other the port to compare with
	 * @return whether USB identity and serial number agree, or the names if there is no USB identity
	 */
	public boolean sameDevice(PortInfo other) {
		if (usb() && !serialNumber.isBlank()) {
			return vendorId == other.vendorId && productId == other.productId && serialNumber.equals(other.serialNumber);
		}
		return name.equals(other.name);
	}
}
