/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

/**
 * One thing that provisioning will look at.
 *
 * @param step the step that does it
 * @param subject what it is about, for instance a key of the configuration or the name of a policy
 * @param before what is there now; never a secret
 * @param after what will be there; never a secret
 * @param needed whether anything will be changed; if not, it is as it should be
 */
public record PlannedChange(ProvisioningStep step, String subject, String before, String after, boolean needed) {
}
