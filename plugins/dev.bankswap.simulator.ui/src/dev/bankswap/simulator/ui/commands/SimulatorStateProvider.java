/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.commands;

import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import dev.bankswap.simulator.SimulatedDevice;
import dev.bankswap.simulator.ui.session.SessionListener;
import dev.bankswap.simulator.ui.session.SimulatorSession;
import dev.bankswap.ui.PacedRefresh;

/**
 * Tells the platform's expressions what the simulator does, so that commands are enabled exactly when they can do something.
 * The platform makes it when the workbench starts; it therefore asks for nothing and only offers itself as a listener, which
 * the session finds when somebody first needs a session.
 */
public final class SimulatorStateProvider extends AbstractSourceProvider implements SessionListener {

	/** Variable: {@code none}, {@code running} or {@code paused}. */
	public static final String BOARD = "dev.bankswap.simulator.board"; //$NON-NLS-1$

	/** Variable: {@code idle} or {@code running}. */
	public static final String DEMO = "dev.bankswap.simulator.demo"; //$NON-NLS-1$

	private static final String RUNNING = "running"; //$NON-NLS-1$

	private volatile Map<String, String> state = Map.of(BOARD, "none", DEMO, "idle"); //$NON-NLS-1$ //$NON-NLS-2$

	private Map<String, String> published = state;

	private @Nullable ServiceRegistration<SessionListener> registration;

	private @Nullable PacedRefresh publish;

	@Override
	@NonNullByDefault({})
	public void initialize(IServiceLocator locator) {
		publish = new PacedRefresh(PlatformUI.getWorkbench().getDisplay(), this::publish);
		BundleContext context = FrameworkUtil.getBundle(getClass()).getBundleContext();
		registration = context.registerService(SessionListener.class, this, null);
	}

	@Override
	public void dispose() {
		ServiceRegistration<SessionListener> registered = registration;
		if (registered != null) {
			registered.unregister();
			registration = null;
		}
	}

	@Override
	public String[] getProvidedSourceNames() {
		return new String[] { BOARD, DEMO };
	}

	@Override
	public Map<String, String> getCurrentState() {
		return published;
	}

	@Override
	public void changed(SimulatorSession session) {
		Map<String, String> now = Map.of(BOARD, board(session.device()), DEMO,
				session.demo().running() ? RUNNING : "idle"); //$NON-NLS-1$
		PacedRefresh refresh = publish;
		if (refresh != null && !now.equals(state)) {
			state = now;
			refresh.request();
		}
	}

	private void publish() {
		published = state;
		fireSourceChanged(ISources.WORKBENCH, published);
	}

	private static String board(Optional<SimulatedDevice> device) {
		return device.map(found -> found.paused() ? "paused" : RUNNING).orElse("none"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
