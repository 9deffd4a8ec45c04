/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.io.IOException;

/** A file is not a firmware image that an STM32H573 bank can hold and start. */
public class ImageFormatException extends IOException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 *
	 * @param image the name of the image
	 * @param problem what is wrong with it
	 * @param remedy what to do about it
	 */
	public ImageFormatException(String image, String problem, String remedy) {
		super(image + ": " + problem + ". " + remedy + ".");
	}
}
