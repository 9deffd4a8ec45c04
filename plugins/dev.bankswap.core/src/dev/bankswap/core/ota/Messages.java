/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

@NonNullByDefault({})
final class Messages extends NLS {
	static String advice_bucket;
	static String advice_general;
	static String advice_passRole;
	static String advice_trust;
	static String agent_lower;
	static String agent_mismatch;
	static String agent_momentum;
	static String agent_none;
	static String agent_other;
	static String agent_parser;
	static String agent_same;
	static String agent_user;
	static String created;
	static String creation_failed;
	static String creation_slow;
	static String file_ok;
	static String file_other;
	static String file_unknown;
	static String follow_failed;
	static String follow_slow;
	static String follow_succeeded;
	static String follow_unexplained;
	static String found;
	static String id_bad;
	static String id_ok;
	static String job_created;
	static String operation_follow;
	static String operation_launch;
	static String pal_activate;
	static String pal_fileName;
	static String pal_imageState;
	static String pal_memory;
	static String pal_other;
	static String pal_signature;
	static String pal_signerKey;
	static String pal_stateChange;
	static String pal_tooLarge;
	static String preflight_passed;
	static String progress;
	static String signature_bad;
	static String signature_boardUnknown;
	static String signature_ok;
	static String signature_otherKey;
	static String signed_here;
	static String signed_there;
	static String size_bad;
	static String size_ok;
	static String step_account;
	static String step_bucket;
	static String step_create;
	static String step_follow;
	static String step_preflight;
	static String step_role;
	static String step_sign;
	static String step_upload;
	static String thing_missing;
	static String uploaded;
	static String version_boardUnknown;
	static String version_notHigher;
	static String version_ok;
	static String version_unknown;

	static {
		NLS.initializeMessages("dev.bankswap.core.ota.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
