/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

@NonNullByDefault({})
final class Messages extends NLS {
	public static String advice_bucket;
	public static String advice_general;
	public static String advice_passRole;
	public static String advice_trust;
	public static String agent_lower;
	public static String agent_mismatch;
	public static String agent_momentum;
	public static String agent_none;
	public static String agent_other;
	public static String agent_parser;
	public static String agent_same;
	public static String agent_user;
	public static String created;
	public static String creation_failed;
	public static String creation_slow;
	public static String file_ok;
	public static String file_other;
	public static String file_unknown;
	public static String follow_failed;
	public static String follow_slow;
	public static String follow_succeeded;
	public static String follow_unexplained;
	public static String found;
	public static String id_bad;
	public static String id_ok;
	public static String job_created;
	public static String operation_follow;
	public static String operation_launch;
	public static String pal_activate;
	public static String pal_fileName;
	public static String pal_imageState;
	public static String pal_memory;
	public static String pal_other;
	public static String pal_signature;
	public static String pal_signerKey;
	public static String pal_stateChange;
	public static String pal_tooLarge;
	public static String preflight_passed;
	public static String progress;
	public static String signature_bad;
	public static String signature_boardUnknown;
	public static String signature_ok;
	public static String signature_otherKey;
	public static String signed_here;
	public static String signed_there;
	public static String size_bad;
	public static String size_ok;
	public static String step_account;
	public static String step_bucket;
	public static String step_create;
	public static String step_follow;
	public static String step_preflight;
	public static String step_role;
	public static String step_sign;
	public static String step_upload;
	public static String thing_missing;
	public static String uploaded;
	public static String version_boardUnknown;
	public static String version_notHigher;
	public static String version_ok;
	public static String version_unknown;

	static {
		NLS.initializeMessages("dev.bankswap.core.ota.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
