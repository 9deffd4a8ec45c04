/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

@NonNullByDefault({})
final class Messages extends NLS {
	public static String absent;
	public static String another;
	public static String as_wanted;
	public static String bad_length;
	public static String bad_port;
	public static String bad_thingName;
	public static String bad_value;
	public static String certificate_bad;
	public static String certificate_made;
	public static String certificate_kept;
	public static String certificate_notStored;
	public static String configuration_same;
	public static String configuration_set;
	public static String connection_none;
	public static String console_found;
	public static String created;
	public static String identity_notP256;
	public static String identity_otherKey;
	public static String identity_otherName;
	public static String identity_signature;
	public static String identity_unreadable;
	public static String key_kept;
	public static String key_made;
	public static String key_notStored;
	public static String found;
	public static String new_certificate;
	public static String new_key;
	public static String operation;
	public static String policy_differs;
	public static String present;
	public static String reset_done;
	public static String root_imported;
	public static String root_missing;
	public static String root_noPem;
	public static String root_notP256;
	public static String root_same;
	public static String root_signature;
	public static String secret;
	public static String step_account;
	public static String step_attachPolicy;
	public static String step_attachThing;
	public static String step_certificate;
	public static String step_configuration;
	public static String step_connection;
	public static String step_console;
	public static String step_key;
	public static String step_policy;
	public static String step_registration;
	public static String step_reset;
	public static String step_rootCa;
	public static String step_thing;
	public static String account_found;
	public static String attached;
	public static String attached_before;

	static {
		NLS.initializeMessages("dev.bankswap.core.provision.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
