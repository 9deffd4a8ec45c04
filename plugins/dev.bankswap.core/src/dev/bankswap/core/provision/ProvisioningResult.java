/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.util.Optional;

/**
 * What a board has become.
 *
 * @param thingArn its thing
 * @param certificateId its certificate
 * @param certificateArn its certificate's resource name
 * @param endpoint where it connects to
 * @param connection what shows that it connected; empty if nobody waited for that
 */
public record ProvisioningResult(String thingArn, String certificateId, String certificateArn, String endpoint, Optional<String> connection) {
}
