/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class JobServiceTest {

	private final TestServices cloud = new TestServices();

	private final JobService jobs = cloud.services.jobs();

	private final List<String> told = new ArrayList<>();

	@BeforeEach
	void listen() {
		cloud.services.things().create("board", Map.of());
		cloud.services.addListener(new ServiceListener() {
			@Override
			public void pendingChanged(PendingJobs pending) {
				told.add("notify " + (pending.inProgress().size() + pending.queued().size()));
			}

			@Override
			public void nextChanged(String thingName, Optional<JobWithDocument> next) {
				told.add("next " + next.map(job -> job.execution().jobId()).orElse("-"));
			}
		});
	}

	@AfterEach
	void close() {
		cloud.close();
	}

	private List<String> told() {
		List<String> result = List.copyOf(told);
		told.clear();
		return result;
	}

	private JobExecution report(String job, JobStatus status) {
		return jobs.update("board", job, new JobUpdate(status, Optional.empty(), OptionalLong.empty(), OptionalLong.empty()));
	}

	private static String code(Runnable action) {
		return assertThrows(ServiceException.class, action::run).code();
	}

	@Test
	void notificationsFollowTheWorkedExampleOfTheDocumentation() {
		cloud.job("job1", "board");
		assertEquals(List.of("notify 1", "next job1"), told());
		cloud.job("job2", "board");
		assertEquals(List.of("notify 2"), told());
		report("job1", JobStatus.IN_PROGRESS);
		assertEquals(List.of(), told());
		cloud.job("job3", "board");
		assertEquals(List.of("notify 3"), told());
		report("job1", JobStatus.IN_PROGRESS);
		assertEquals(List.of(), told());
		report("job1", JobStatus.SUCCEEDED);
		assertEquals(List.of("notify 2", "next job2"), told());
		report("job3", JobStatus.IN_PROGRESS);
		assertEquals(List.of("next job3"), told());
		report("job2", JobStatus.REJECTED);
		assertEquals(List.of("notify 1"), told());
		jobs.delete("job3", true);
		assertEquals(List.of("notify 0", "next -"), told());
	}

	@ParameterizedTest
	@CsvSource({ "QUEUED,IN_PROGRESS,true", "QUEUED,SUCCEEDED,true", "QUEUED,FAILED,true", "QUEUED,REJECTED,true", "QUEUED,CANCELED,false",
			"QUEUED,QUEUED,false", "QUEUED,TIMED_OUT,false", "QUEUED,REMOVED,false", "IN_PROGRESS,IN_PROGRESS,true",
			"IN_PROGRESS,SUCCEEDED,true", "IN_PROGRESS,FAILED,true", "IN_PROGRESS,REJECTED,false", "IN_PROGRESS,QUEUED,false",
			"SUCCEEDED,IN_PROGRESS,false", "FAILED,SUCCEEDED,false", "REJECTED,FAILED,false", "CANCELED,IN_PROGRESS,false",
			"REMOVED,FAILED,false", "TIMED_OUT,SUCCEEDED,false" })
	void aDeviceMayReport(JobStatus from, JobStatus to, boolean allowed) {
		assertEquals(allowed, from.deviceMayReport(to));
	}

	@Test
	void versionsCountAndDetailsAreReplaced() {
		cloud.job("job1", "board");
		assertEquals(1, jobs.execution("board", "job1").versionNumber());
		assertTrue(jobs.execution("board", "job1").startedAt().isEmpty());

		cloud.clock.advance(Duration.ofSeconds(5));
		jobs.update("board", "job1", JobUpdate.of(JobStatus.IN_PROGRESS, Map.of("receive", "225/241")));
		JobExecution started = jobs.execution("board", "job1");
		assertEquals(2, started.versionNumber());
		assertEquals(started.queuedAt().plusSeconds(5), started.startedAt().orElseThrow());

		jobs.update("board", "job1", JobUpdate.of(JobStatus.IN_PROGRESS, Map.of("self_test", "ready")));
		assertEquals(Map.of("self_test", "ready"), jobs.execution("board", "job1").statusDetails());

		report("job1", JobStatus.SUCCEEDED);
		JobExecution done = jobs.execution("board", "job1");
		assertEquals(4, done.versionNumber());
		assertEquals(Map.of("self_test", "ready"), done.statusDetails());
		assertEquals(JobState.COMPLETED, jobs.get("job1").status());
		assertTrue(jobs.get("job1").completedAt().isPresent());
	}

	@Test
	void updatesThatDoNotFitAreRefused() {
		cloud.job("job1", "board");
		JobUpdate wrongVersion = new JobUpdate(JobStatus.IN_PROGRESS, Optional.empty(), OptionalLong.of(7), OptionalLong.empty());
		JobUpdate wrongNumber = new JobUpdate(JobStatus.IN_PROGRESS, Optional.empty(), OptionalLong.empty(), OptionalLong.of(2));

		assertEquals("VersionMismatchException", code(() -> jobs.update("board", "job1", wrongVersion)));
		assertEquals("ResourceNotFoundException", code(() -> jobs.update("board", "job1", wrongNumber)));
		assertEquals("ResourceNotFoundException", code(() -> report("job9", JobStatus.IN_PROGRESS)));
		assertEquals("InvalidRequestException",
				code(() -> jobs.update("board", "job1", JobUpdate.of(JobStatus.IN_PROGRESS, Map.of("a", "")))));
		assertEquals("InvalidRequestException",
				code(() -> jobs.update("board", "job1", JobUpdate.of(JobStatus.IN_PROGRESS, Map.of("a b", "x")))));
		assertEquals("InvalidRequestException",
				code(() -> jobs.update("board", "job1", JobUpdate.of(JobStatus.IN_PROGRESS, Map.of("a", "x\ny")))));
		jobs.update("board", "job1", JobUpdate.of(JobStatus.FAILED, Map.of("reason", "accepted  v1.1.")));
		assertEquals("InvalidStateTransitionException", code(() -> report("job1", JobStatus.IN_PROGRESS)));
		assertEquals("TerminalStateException", code(() -> jobs.describe("board", "job1")));
	}

	@Test
	void describingTheNextOneDoesNotStartItButStartNextDoes() {
		cloud.job("job1", "board");

		assertEquals(JobStatus.QUEUED, jobs.next("board").orElseThrow().execution().status());
		assertEquals(1, jobs.next("board").orElseThrow().execution().versionNumber());
		JobExecution started = jobs.startNext("board", Optional.of(Map.of("a", "b"))).orElseThrow().execution();
		assertEquals(JobStatus.IN_PROGRESS, started.status());
		assertEquals(Map.of("a", "b"), started.statusDetails());
		JobExecution again = jobs.startNext("board", Optional.of(Map.of("c", "d"))).orElseThrow().execution();
		assertEquals(started, again);
		report("job1", JobStatus.SUCCEEDED);
		assertTrue(jobs.startNext("board", Optional.empty()).isEmpty());
		assertEquals("ResourceNotFoundException", code(() -> jobs.next("nobody")));
	}

	@Test
	void cancellingAJobSparesRunningExecutionsUnlessForced() {
		cloud.services.things().create("other", Map.of());
		cloud.job("job1", "board", "other");
		report("job1", JobStatus.IN_PROGRESS);

		jobs.cancel("job1", false, "");
		assertEquals(JobStatus.IN_PROGRESS, jobs.execution("board", "job1").status());
		assertEquals(JobStatus.CANCELED, jobs.execution("other", "job1").status());
		assertEquals(JobState.CANCELED, jobs.get("job1").status());
		assertEquals("InvalidRequestException", code(() -> jobs.cancel("job1", true, "")));

		assertEquals("InvalidStateTransitionException", code(() -> jobs.cancelExecution("board", "job1", false)));
		jobs.cancelExecution("board", "job1", true);
		assertEquals(JobStatus.CANCELED, jobs.execution("board", "job1").status());
		assertEquals("InvalidStateTransitionException", code(() -> jobs.cancelExecution("board", "job1", true)));
	}

	@Test
	void aRunningJobIsDeletedOnlyByForce() {
		cloud.job("job1", "board");

		assertEquals("InvalidStateTransitionException", code(() -> jobs.delete("job1", false)));
		jobs.delete("job1", true);
		assertEquals("ResourceNotFoundException", code(() -> jobs.get("job1")));
		assertTrue(jobs.executionsOfThing("board").isEmpty());
	}

	@Test
	void deletingAThingRemovesItsExecutions() {
		cloud.job("job1", "board");
		told();

		cloud.services.things().delete("board");

		assertEquals(JobStatus.REMOVED, jobs.executionsOfJob("job1").get(0).status());
		assertEquals(List.of("notify 0", "next -"), told());
	}

	@Test
	void malformedJobsAreRefused() {
		String target = cloud.services.arns().thing("board");
		var document = TestServices.json("{}");

		assertEquals("InvalidRequestException", code(() -> jobs.create(new JobRequest("no blanks", List.of(target), document, "", "SNAPSHOT"))));
		assertEquals("InvalidRequestException", code(() -> jobs.create(new JobRequest("a".repeat(65), List.of(target), document, "", "SNAPSHOT"))));
		assertEquals("InvalidRequestException", code(() -> jobs.create(new JobRequest("j", List.of(), document, "", "SNAPSHOT"))));
		assertEquals("InvalidRequestException", code(() -> jobs.create(new JobRequest("j", List.of(target), document, "", "ONCE"))));
		assertEquals("ResourceNotFoundException", code(() -> jobs.create(new JobRequest("j", List.of(target + "x"), document, "", "SNAPSHOT"))));
		assertEquals("InvalidRequestException", code(() -> jobs.create(new JobRequest("j", List.of("board"), document, "", "SNAPSHOT"))));
		cloud.job("j", "board");
		assertEquals("ResourceAlreadyExistsException", code(() -> cloud.job("j", "board")));
	}
}
