/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/**
 * Who the credentials belong to.
 *
 * @param accountId twelve digits
 * @param arn the user or the role
 */
public record CallerAccount(String accountId, String arn) {
}
