/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

/**
 * The surroundings of the board as far as its network depends on them: the Wi-Fi module, the access point, the DHCP server and the
 * name server. All of them work until somebody says otherwise, and they stay as they are when the board is reset. All methods
 * are to be called on the simulation thread, or while nothing runs.
 */
public final class NetworkControl {

	private boolean linkUp = true;
	private boolean moduleAnswers = true;
	private boolean dhcpAnswers = true;
	private boolean namesResolve = true;

	private Runnable onLinkChange = () -> {
		// no board is running
	};

	/** Creates surroundings in which everything works. */
	public NetworkControl() {
		// see the fields
	}

	/** The access point goes away, or the board leaves its range; what is on its way in a connection is lost. */
	public void linkDown() {
		setLink(false);
	}

	/** The access point is back. The board associates by itself. */
	public void linkUp() {
		setLink(true);
	}

	/**
	 * Tells whether the access point can be reached.
	 *
	 * @return true unless {@link #linkDown()} was called last
	 */
	public boolean linkIsUp() {
		return linkUp;
	}

	/**
	 * Lets the Wi-Fi module work or not. The firmware asks it only while it starts.
	 *
	 * @param answers whether it answers commands
	 */
	public void setModuleAnswers(boolean answers) {
		moduleAnswers = answers;
	}

	/**
	 * Tells whether the Wi-Fi module works.
	 *
	 * @return whether it answers commands
	 */
	public boolean moduleAnswers() {
		return moduleAnswers;
	}

	/**
	 * Lets the DHCP server work or not. A lease that was given stays.
	 *
	 * @param answers whether it gives addresses
	 */
	public void setDhcpAnswers(boolean answers) {
		dhcpAnswers = answers;
	}

	/**
	 * Tells whether the DHCP server works.
	 *
	 * @return whether it gives addresses
	 */
	public boolean dhcpAnswers() {
		return dhcpAnswers;
	}

	/**
	 * Lets the name server work or not.
	 *
	 * @param resolve whether names are resolved
	 */
	public void setNamesResolve(boolean resolve) {
		namesResolve = resolve;
	}

	/**
	 * Tells whether the name server works.
	 *
	 * @return whether names are resolved
	 */
	public boolean namesResolve() {
		return namesResolve;
	}

	/** Sets who follows the link; each boot replaces the one before. */
	void onLinkChange(Runnable listener) {
		onLinkChange = listener;
	}

	private void setLink(boolean up) {
		if (linkUp != up) {
			linkUp = up;
			onLinkChange.run();
		}
	}
}
