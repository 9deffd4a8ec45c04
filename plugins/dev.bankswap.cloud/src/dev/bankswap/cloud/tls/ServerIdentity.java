/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the server presents to devices.
 *
 * @param key private key of the first certificate
 * @param chain its certificate, then the root
 */
record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
}
