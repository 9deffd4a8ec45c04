/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** The topics of jobs and streams. */
final class OtaTopics {

	/** Literal filters of the update task; the callback compares the thing name. */
	static final String ANY_NEXT_GET = "$aws/things/+/jobs/$next/get/#";
	static final String ANY_NOTIFY_NEXT = "$aws/things/+/jobs/notify-next";

	private static final int THING_LEVEL = 2;

	private final String thing;

	OtaTopics(String thing) {
		this.thing = thing;
	}

	String notifyNext() {
		return things() + "/jobs/notify-next";
	}

	String nextGet() {
		return things() + "/jobs/$next/get";
	}

	String update(String jobId) {
		return things() + "/jobs/" + jobId + "/update";
	}

	String streamData(String stream) {
		return things() + "/streams/" + stream + "/data/cbor";
	}

	String streamGet(String stream) {
		return things() + "/streams/" + stream + "/get/cbor";
	}

	/** Tells whether a topic is about this thing. */
	boolean own(String topic) {
		String[] levels = topic.split("/", -1);
		return levels.length > THING_LEVEL && levels[THING_LEVEL].equals(thing);
	}

	private String things() {
		return "$aws/things/" + thing;
	}
}
