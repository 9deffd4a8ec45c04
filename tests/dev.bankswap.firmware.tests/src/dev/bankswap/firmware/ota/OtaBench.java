/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.ECDSASigner;

import dev.bankswap.firmware.FirmwareOptions;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.firmware.net.ScriptedBroker.Message;
import dev.bankswap.formats.FirmwareVersion;

/**
 * A board and a small job and stream service behind its broker. The service encodes its messages by hand, and knows one job.
 */
final class OtaBench {

	static final String JOB = "AFR_OTA-H5DK_2023-08-23_0952";
	static final String STREAM = "AFR_OTA-456f10ca-4c96-4bd2-855a-f4bb3ddd9b8c";
	static final String FILE = "STM32H573I-DK_aws.bin";

	private static final String JOBS = "$aws/things/" + ProvisionedBoard.THING + "/jobs/";
	private static final String DATA = "$aws/things/" + ProvisionedBoard.THING + "/streams/" + STREAM + "/data/cbor";
	private static final int BLOCK = 2048;

	final ProvisionedBoard device;

	/** Payloads of the status updates, in order. */
	final List<String> updates = new ArrayList<>();
	final List<byte[]> blockRequests = new ArrayList<>();
	final List<Integer> served = new ArrayList<>();

	byte[] image = {};
	String file = FILE;
	String certFile = "ota_signer_pub";
	String protocols = "[\"MQTT\"]";
	byte[] signature = {};
	long fileSize;
	String status = "";
	String details = "";
	boolean answerGet = true;
	boolean serveBlocks = true;
	/** Blocks that are lost once. */
	final List<Integer> lose = new ArrayList<>();
	/** Changes a data message before it is sent. */
	UnaryOperator<byte[]> distort = message -> message;

	OtaBench() {
		this(UnaryOperator.identity());
	}

	OtaBench(UnaryOperator<FirmwareOptions> change) {
		device = new ProvisionedBoard(change);
		device.broker.onPublish = this::published;
	}

	/** Makes the new image and its job, without telling the device. */
	OtaBench offer(int size, FirmwareVersion version) {
		image = device.image(size, 42, version);
		fileSize = size;
		signature = sign(image);
		status = "QUEUED";
		details = "";
		return this;
	}

	/** Boots and waits until the device has asked for a job. */
	OtaBench boot() {
		device.powerOn();
		waitForJobRequest();
		return this;
	}

	void waitForJobRequest() {
		int before = device.broker.publishedTo("$next/get").size();
		device.runUntil(() -> device.broker.publishedTo("$next/get").size() > before);
		device.run(250);
	}

	/** Announces the job. */
	void notifyNext() {
		device.broker.deliver(JOBS + "notify-next", "{\"timestamp\":1692784390," + execution() + "}");
	}

	void notifyEmpty() {
		device.broker.deliver(JOBS + "notify-next", "{\"timestamp\":1692784390}");
	}

	void runUntilTerminal() {
		device.runUntil(() -> "SUCCEEDED".equals(status) || "FAILED".equals(status));
		device.run(3_000);
	}

	String lastUpdate() {
		return updates.get(updates.size() - 1);
	}

	String execution() {
		String known = details.isEmpty() ? "" : ",\"statusDetails\":" + details;
		String sig = signature.length == 0 ? "" : ",\"sig-sha256-ecdsa\":\"" + Base64.getEncoder().encodeToString(signature) + "\"";
		return "\"execution\":{\"jobId\":\"" + JOB + "\",\"status\":\"" + status + "\"" + known
				+ ",\"queuedAt\":1692784390,\"lastUpdatedAt\":1692784390,\"versionNumber\":1,\"executionNumber\":1,\"jobDocument\":"
				+ "{\"afr_ota\":{\"protocols\":" + protocols + ",\"streamname\":\"" + STREAM + "\",\"files\":[{\"filepath\":\"" + file
				+ "\",\"filesize\":" + fileSize + ",\"fileid\":0,\"certfile\":\"" + certFile + "\"" + sig + "}]}}}";
	}

	void deliverBlock(byte[] message) {
		device.broker.deliver(DATA, message, 0);
	}

	byte[] block(int index) {
		int from = index * BLOCK;
		byte[] payload = Arrays.copyOfRange(image, from, Math.min(image.length, from + BLOCK));
		return dataMessage(0, index, payload.length, payload);
	}

	static byte[] dataMessage(int file, int index, int length, byte[] payload) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(0xA4);
		key(out, 'f');
		number(out, file);
		key(out, 'i');
		number(out, index);
		key(out, 'l');
		number(out, length);
		key(out, 'p');
		out.write(0x59);
		out.write(payload.length >> 8);
		out.write(payload.length);
		out.writeBytes(payload);
		return out.toByteArray();
	}

	static byte[] sign(byte[] content) {
		byte[] hash = new byte[32];
		SHA256Digest digest = new SHA256Digest();
		digest.update(content, 0, content.length);
		digest.doFinal(hash, 0);
		ECDSASigner signer = new ECDSASigner();
		signer.init(true, ProvisionedBoard.SIGNER);
		ASN1EncodableVector pair = new ASN1EncodableVector();
		for (BigInteger each : signer.generateSignature(hash)) {
			pair.add(new ASN1Integer(each));
		}
		try {
			return new DERSequence(pair).getEncoded();
		} catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static void key(ByteArrayOutputStream out, char key) {
		out.write(0x61);
		out.write(key);
	}

	private static void number(ByteArrayOutputStream out, int value) {
		out.write(0x19);
		out.write(value >> 8);
		out.write(value);
	}

	private void published(Message message) {
		if (message.topic().equals(JOBS + "$next/get")) {
			answerJobRequest(message.text());
		} else if (message.topic().equals(JOBS + JOB + "/update")) {
			update(message.text());
			device.broker.deliver(message.topic() + "/accepted", "{\"timestamp\":1692784391}");
		} else if (message.topic().endsWith("/get/cbor")) {
			serve(message.payload());
		}
	}

	private void answerJobRequest(String request) {
		if (answerGet) {
			String token = request.substring(1, request.length() - 1);
			boolean pending = "QUEUED".equals(status) || "IN_PROGRESS".equals(status);
			device.broker.deliver(JOBS + "$next/get/accepted",
					"{" + token + ",\"timestamp\":1692784390" + (pending ? "," + execution() : "") + "}");
		}
	}

	private void update(String payload) {
		updates.add(payload);
		boolean terminal = "SUCCEEDED".equals(status) || "FAILED".equals(status) || "CANCELED".equals(status);
		if (!terminal) {
			status = payload.replaceAll("\\{\"status\":\"(\\w+)\".*", "$1");
			details = payload.replaceAll(".*\"statusDetails\":(.*)\\}$", "$1");
		}
	}

	/** The bit field begins after {@code a6 61 63 63 rdy 61 66 00 61 6c 19 0800 61 6f 00 61 62}. */
	private void serve(byte[] request) {
		blockRequests.add(request);
		if (!serveBlocks) {
			return;
		}
		int start = new String(request, StandardCharsets.ISO_8859_1).indexOf("ab".charAt(1), 16) + 1;
		int head = request[start] & 0xFF;
		int length = head == 0x58 ? request[start + 1] & 0xFF : head & 0x1F;
		int from = head == 0x58 ? start + 2 : start + 1;
		int left = request[request.length - 1];
		for (int block = 0; block < length * 8 && left > 0; block++) {
			if ((request[from + block / 8] & 1 << block % 8) != 0) {
				left--;
				send(block);
			}
		}
	}

	private void send(int block) {
		if (lose.remove((Integer) block)) {
			return;
		}
		served.add(block);
		deliverBlock(distort.apply(block(block)));
	}
}
