/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** Images of our plug-ins, by path. High-resolution variants ({@code name@2x.png}) are found by the platform. */
public final class Icons {

	private Icons() {
	}

	/**
	 * Returns an image of a plug-in.
	 *
	 * @param pluginId the plug-in
	 * @param path     path below its {@code icons} folder
	 * @return a descriptor; of the platform's own missing-image sign if there is no such file
	 */
	public static ImageDescriptor descriptor(String pluginId, String path) {
		return ResourceLocator.imageDescriptorFromBundle(pluginId, "icons/" + path) //$NON-NLS-1$
				.orElseGet(ImageDescriptor::getMissingImageDescriptor);
	}
}
