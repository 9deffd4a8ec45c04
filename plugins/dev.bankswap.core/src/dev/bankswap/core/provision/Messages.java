/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

@NonNullByDefault({})
final class Messages extends NLS {
	static String absent;
	static String another;
	static String as_wanted;
	static String bad_length;
	static String bad_port;
	static String bad_thingName;
	static String bad_value;
	static String certificate_bad;
	static String certificate_made;
	static String certificate_kept;
	static String certificate_notStored;
	static String configuration_same;
	static String configuration_set;
	static String connection_none;
	static String console_found;
	static String created;
	static String identity_notP256;
	static String identity_otherKey;
	static String identity_otherName;
	static String identity_signature;
	static String identity_unreadable;
	static String key_kept;
	static String key_made;
	static String key_notStored;
	static String found;
	static String new_certificate;
	static String new_key;
	static String operation;
	static String policy_differs;
	static String present;
	static String reset_done;
	static String root_imported;
	static String root_missing;
	static String root_noPem;
	static String root_notP256;
	static String root_same;
	static String root_signature;
	static String secret;
	static String step_account;
	static String step_attachPolicy;
	static String step_attachThing;
	static String step_certificate;
	static String step_configuration;
	static String step_connection;
	static String step_console;
	static String step_key;
	static String step_policy;
	static String step_registration;
	static String step_reset;
	static String step_rootCa;
	static String step_thing;
	static String account_found;
	static String attached;
	static String attached_before;

	static {
		NLS.initializeMessages("dev.bankswap.core.provision.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
