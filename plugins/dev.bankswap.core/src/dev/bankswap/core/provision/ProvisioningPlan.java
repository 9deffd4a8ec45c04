/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.util.List;

/**
 * What provisioning will change, before it does.
 *
 * @param changes all that it looks at, in the order of its steps
 */
public record ProvisioningPlan(List<PlannedChange> changes) {
	/**
	 * Takes the changes over.
	 *
	 * @param changes all that it looks at
	 */
	public ProvisioningPlan {
		changes = List.copyOf(changes);
	}

	/**
	 * Lists what will really change.
	 *
	 * @return the needed changes
	 */
	public List<PlannedChange> needed() {
		return changes.stream().filter(PlannedChange::needed).toList();
	}
}
