/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.mqtt.MessageHandler;

/**
 * The OTA agent (mirrors {@code ota.c} of the library's version 3.4.0): an event queue and a state machine. A handler may wait
 * for the network; no further event is taken from the queue until it has ended, as its task is blocked.
 */
final class OtaAgent {

	static final String SOURCE = "ota.c";

	private static final int QUEUE = 20;
	private static final long SELF_TEST_WAIT_MS = 60_000;

	/** What a transition does. It tells its error when it has ended, which may be later. */
	private interface Handler {

		void handle(OtaMessage message, Consumer<OtaError> done);
	}

	private record Transition(OtaState from, OtaEvent event, Handler handler, OtaState to) {

		boolean applies(OtaState state, OtaEvent happened) {
			return event == happened && (from == state || from == OtaState.ALL);
		}
	}

	private final AgentContext agent;
	private final Logger log;
	private final Task task;
	private final JobHandler jobs;
	private final BlockHandler blocks;
	private final Deque<OtaMessage> queue = new ArrayDeque<>();
	private final List<Transition> transitions;

	private OtaState state = OtaState.READY;
	private boolean busy;

	/**
	 * Creates the agent.
	 *
	 * @param firmware    the running firmware
	 * @param task        the agent's task
	 * @param mqtt        MQTT operations of the application
	 * @param thing       thing name
	 * @param application told what happens
	 * @param jobMessages takes job messages
	 * @param dataBlocks  takes stream messages
	 */
	OtaAgent(FirmwareContext firmware, Task task, OtaMqtt mqtt, String thing, OtaApplication application,
			MessageHandler jobMessages, MessageHandler dataBlocks) {
		this.task = task;
		this.log = firmware.log();
		OtaTransport transport = new OtaTransport(mqtt, task, log, thing, jobMessages, dataBlocks);
		Task timers = firmware.kernel().tasks().stream().filter(each -> "Tmr Svc".equals(each.name())).findFirst().orElse(task);
		OtaTimer request = new OtaTimer(0, timers, log, () -> signal(new OtaMessage(OtaEvent.REQUEST_TIMER)));
		OtaTimer selfTest = new OtaTimer(1, timers, log, this::selfTestTimedOut);
		agent = new AgentContext(firmware, task, transport, application, event -> signal(new OtaMessage(event)), request, selfTest);
		jobs = new JobHandler(agent);
		blocks = new BlockHandler(agent);
		transitions = table();
	}

	OtaState state() {
		return state;
	}

	OtaStatistics statistics() {
		return agent.statistics;
	}

	/** Puts an event into the queue; false if it is full or the agent has stopped. */
	boolean signal(OtaMessage message) {
		if (state == OtaState.STOPPED) {
			log.error(SOURCE, 3070, "Send event failed, OTA is stopped.");
			return false;
		}
		boolean block = message.event() == OtaEvent.RECEIVED_FILE_BLOCK;
		agent.statistics.received += block ? 1 : 0;
		if (queue.size() >= QUEUE) {
			log.error(SOURCE, 3100, "Failed to add even message to OTA event queue: send returned error: OtaOsStatus_t=%s",
					"OtaOsEventQueueSendFailed");
			agent.statistics.dropped += block ? 1 : 0;
			return false;
		}
		queue.add(message);
		agent.statistics.queued += block ? 1 : 0;
		task.run(this::takeNext);
		return true;
	}

	/** Commits the running image: the application is content with it. */
	void acceptImage(Consumer<OtaError> done) {
		agent.setImageState(OtaImageState.ACCEPTED, 0, error -> {
			agent.publish(new FirmwareEvent.SelfTest(agent.now(), agent.imageState == OtaImageState.ACCEPTED));
			done.accept(error);
		});
	}

	/** Activates the received image; returns only if that failed. */
	void activateNewImage() {
		int status = agent.pal.activateNewImage();
		log.error(SOURCE, 3455,
				"Failed to activate new image: activateNewImage returned error: Manual reset required: OtaPalStatus_t=%s",
				PalStatus.text(status));
	}

	private List<Transition> table() {
		return List.of(new Transition(OtaState.READY, OtaEvent.START, this::start, OtaState.REQUESTING_JOB),
				new Transition(OtaState.REQUESTING_JOB, OtaEvent.REQUEST_JOB_DOCUMENT, this::requestJob, OtaState.WAITING_FOR_JOB),
				new Transition(OtaState.REQUESTING_JOB, OtaEvent.REQUEST_TIMER, this::requestJob, OtaState.WAITING_FOR_JOB),
				new Transition(OtaState.WAITING_FOR_JOB, OtaEvent.RECEIVED_JOB_DOCUMENT, this::processJob, OtaState.CREATING_FILE),
				new Transition(OtaState.CREATING_FILE, OtaEvent.START_SELF_TEST, this::inSelfTest, OtaState.WAITING_FOR_JOB),
				new Transition(OtaState.CREATING_FILE, OtaEvent.CREATE_FILE, this::initTransfer, OtaState.REQUESTING_FILE_BLOCK),
				new Transition(OtaState.CREATING_FILE, OtaEvent.REQUEST_TIMER, this::initTransfer, OtaState.REQUESTING_FILE_BLOCK),
				new Transition(OtaState.REQUESTING_FILE_BLOCK, OtaEvent.REQUEST_FILE_BLOCK, this::requestData,
						OtaState.WAITING_FOR_FILE_BLOCK),
				new Transition(OtaState.REQUESTING_FILE_BLOCK, OtaEvent.REQUEST_TIMER, this::requestData,
						OtaState.WAITING_FOR_FILE_BLOCK),
				new Transition(OtaState.WAITING_FOR_FILE_BLOCK, OtaEvent.RECEIVED_FILE_BLOCK, this::processData,
						OtaState.WAITING_FOR_FILE_BLOCK),
				new Transition(OtaState.WAITING_FOR_FILE_BLOCK, OtaEvent.REQUEST_TIMER, this::requestData,
						OtaState.WAITING_FOR_FILE_BLOCK),
				new Transition(OtaState.WAITING_FOR_FILE_BLOCK, OtaEvent.REQUEST_FILE_BLOCK, this::requestData,
						OtaState.WAITING_FOR_FILE_BLOCK),
				new Transition(OtaState.WAITING_FOR_FILE_BLOCK, OtaEvent.REQUEST_JOB_DOCUMENT, this::requestJob,
						OtaState.WAITING_FOR_JOB),
				new Transition(OtaState.WAITING_FOR_FILE_BLOCK, OtaEvent.RECEIVED_JOB_DOCUMENT, this::jobNotification,
						OtaState.REQUESTING_JOB),
				new Transition(OtaState.WAITING_FOR_FILE_BLOCK, OtaEvent.CLOSE_FILE, this::closeFile, OtaState.WAITING_FOR_JOB),
				new Transition(OtaState.SUSPENDED, OtaEvent.RESUME, this::resume, OtaState.REQUESTING_JOB),
				new Transition(OtaState.ALL, OtaEvent.SUSPEND, this::suspend, OtaState.SUSPENDED),
				new Transition(OtaState.ALL, OtaEvent.USER_ABORT, this::userAbort, OtaState.WAITING_FOR_JOB),
				new Transition(OtaState.ALL, OtaEvent.SHUTDOWN, this::shutDown, OtaState.STOPPED));
	}

	private void takeNext() {
		if (busy || queue.isEmpty() || state == OtaState.STOPPED) {
			return;
		}
		busy = true;
		OtaMessage message = queue.remove();
		Optional<Transition> transition = transitions.stream().filter(each -> each.applies(state, message.event())).findFirst();
		if (transition.isPresent()) {
			transition.get().handler().handle(message, error -> finish(transition.get(), error));
		} else {
			unexpected(message);
			ready();
		}
	}

	/** The line shows the state after the change as the current one, and a new state even if it was not entered. */
	private void finish(Transition transition, OtaError error) {
		OtaState before = state;
		if (error == OtaError.NONE) {
			state = transition.to();
		}
		log.info(SOURCE, 2939, "Current State=[%s], Event=[%s], New state=[%s]", state.text(), transition.event().text(),
				transition.to().text());
		if (state != before) {
			agent.publish(new FirmwareEvent.OtaStateChanged(agent.now(), before.text(), state.text(), transition.event().text()));
		}
		ready();
	}

	private void ready() {
		busy = false;
		task.run(this::takeNext);
	}

	private void unexpected(OtaMessage message) {
		log.error(SOURCE, 2878, "Received unexpected event: Current state=[%s], Event received=[%s]", state.text(),
				message.event().text());
		if (message.buffered()) {
			agent.application.processed();
		}
		agent.statistics.dropped += message.event() == OtaEvent.RECEIVED_FILE_BLOCK ? 1 : 0;
	}

	private void selfTestTimedOut() {
		log.error(SOURCE, 645, "Self test failed to complete within %dms", SELF_TEST_WAIT_MS);
		agent.publish(new FirmwareEvent.SelfTest(agent.now(), false));
		agent.pal.resetDevice();
	}

	private void start(OtaMessage message, Consumer<OtaError> done) {
		if (agent.platformInSelfTest()) {
			agent.selfTestTimer.start(SELF_TEST_WAIT_MS);
		}
		agent.signal.accept(OtaEvent.REQUEST_JOB_DOCUMENT);
		done.accept(OtaError.NONE);
	}

	private void requestJob(OtaMessage message, Consumer<OtaError> done) {
		agent.transport.requestJob(error -> {
			if (error == OtaError.NONE) {
				agent.requestTimer.stop();
				agent.momentum = 0;
				done.accept(error);
			} else {
				tryAgain(error, done);
			}
		});
	}

	private void processJob(OtaMessage message, Consumer<OtaError> done) {
		jobs.process(message.data(), done);
	}

	private void inSelfTest(OtaMessage message, Consumer<OtaError> done) {
		log.info(SOURCE, 807, "Beginning self-test.");
		if (agent.platformInSelfTest()) {
			agent.application.startTest(() -> {
				agent.selfTestTimer.stop();
				done.accept(OtaError.NONE);
			});
			return;
		}
		log.warn(SOURCE, 826, "Rejecting new image and rebooting:The job is in the self-test state while the platform is not.");
		agent.setImageState(OtaImageState.REJECTED, OtaError.IMAGE_STATE_MISMATCH.number(), error -> {
			agent.pal.resetDevice();
			if (error != OtaError.NONE) {
				log.error(SOURCE, 835, "Failed to start self-test: OtaErr_t=%s", error.text());
			}
			done.accept(error);
		});
	}

	private void initTransfer(OtaMessage message, Consumer<OtaError> done) {
		agent.transport.initFileTransfer(agent.file.stream(), error -> {
			if (error == OtaError.NONE) {
				agent.momentum = 0;
				agent.statistics.reset();
				agent.signal.accept(OtaEvent.REQUEST_FILE_BLOCK);
				done.accept(error);
			} else {
				tryAgain(error, done);
			}
		});
	}

	/** A request that failed is repeated by the timer, until there were too many. */
	private void tryAgain(OtaError error, Consumer<OtaError> done) {
		if (agent.momentum < AgentContext.MAX_MOMENTUM) {
			agent.startRequestTimer();
			agent.momentum++;
			done.accept(error);
		} else {
			agent.requestTimer.stop();
			agent.signal.accept(OtaEvent.SHUTDOWN);
			done.accept(OtaError.MOMENTUM_ABORT);
		}
	}

	private void requestData(OtaMessage message, Consumer<OtaError> done) {
		if (agent.bitmap.remaining() == 0) {
			done.accept(OtaError.NONE);
			return;
		}
		agent.startRequestTimer();
		if (agent.momentum < AgentContext.MAX_MOMENTUM) {
			agent.blocksToReceive = AgentContext.BLOCKS_PER_REQUEST;
			agent.momentum++;
			agent.transport.requestBlocks(agent.file.stream(), agent.file.fileId(), agent.bitmap.bytes(),
					AgentContext.BLOCKS_PER_REQUEST, done);
			return;
		}
		agent.requestTimer.stop();
		agent.setImageState(OtaImageState.ABORTED, 0, error -> {
			if (error != OtaError.NONE) {
				log.error(SOURCE, 1134, "Failed to abort OTA update: OtaErr_t=%s", error.text());
			}
			agent.signal.accept(OtaEvent.SHUTDOWN);
			agent.momentum = 0;
			done.accept(OtaError.MOMENTUM_ABORT);
		});
	}

	private void processData(OtaMessage message, Consumer<OtaError> done) {
		blocks.process(message.data(), done);
	}

	/**
	 * Any job message during a transfer starts it anew, whatever it says. The library does not report the message as processed
	 * here, so the application's buffer stays in use until the next reset.
	 */
	private void jobNotification(OtaMessage message, Consumer<OtaError> done) {
		agent.requestTimer.stop();
		agent.pal.setPlatformImageState(OtaImageState.ABORTED);
		agent.closeFile(() -> {
			agent.activeJob = "";
			agent.signal.accept(OtaEvent.REQUEST_JOB_DOCUMENT);
			done.accept(OtaError.NONE);
		});
	}

	private void closeFile(OtaMessage message, Consumer<OtaError> done) {
		log.info(SOURCE, 1315, "Closing file: file index=%d", 0);
		agent.closeFile(() -> done.accept(OtaError.NONE));
	}

	private void suspend(OtaMessage message, Consumer<OtaError> done) {
		log.info(SOURCE, 1379, "OTA Agent is suspended.");
		done.accept(OtaError.NONE);
	}

	private void resume(OtaMessage message, Consumer<OtaError> done) {
		agent.signal.accept(OtaEvent.REQUEST_JOB_DOCUMENT);
		done.accept(OtaError.NONE);
	}

	private void userAbort(OtaMessage message, Consumer<OtaError> done) {
		if (agent.activeJob.isEmpty()) {
			done.accept(OtaError.NO_ACTIVE_JOB);
			return;
		}
		agent.setImageState(OtaImageState.ABORTED, OtaError.USER_ABORT.number(), error -> {
			if (error == OtaError.NONE) {
				agent.closeFile(() -> done.accept(error));
			} else {
				done.accept(error);
			}
		});
	}

	private void shutDown(OtaMessage message, Consumer<OtaError> done) {
		log.info(SOURCE, 1352, "OTA Agent is shutting down.");
		state = OtaState.SHUTTING_DOWN;
		for (OtaTimer each : List.of(agent.requestTimer, agent.selfTestTimer)) {
			each.stop();
			each.delete();
		}
		agent.transport.cleanupControl(() -> agent.closeFile(() -> {
			agent.activeJob = "";
			agent.imageState = OtaImageState.UNKNOWN;
			done.accept(OtaError.NONE);
		}));
	}
}
