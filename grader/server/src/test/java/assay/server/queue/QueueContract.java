package assay.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Verdict;
import assay.server.course.HandIn;
import assay.server.course.HandInOutcome;
import assay.server.course.HandingIn;
import assay.server.rule.CourseRules;
import assay.server.store.Database;
import assay.server.store.GradingState;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import assay.server.testing.FakeSandbox;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestCourse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queue must do on every database. */
abstract class QueueContract {
    private static final long PATIENCE_SECONDS = 60;
    private static final int CROWD = 300;
    private static final Duration SOON = Duration.ofMillis(200);

    private final FakeSandbox sandbox = new FakeSandbox();
    private final List<GradingWorker> workers = new ArrayList<>();
    private final BlockingQueue<String> left = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // before each
    private TestCourse course;

    @SuppressWarnings("NullAway.Init") // before each
    private Store store;

    @SuppressWarnings("NullAway.Init") // before each
    private HandingIn handingIn;

    abstract Database empty();

    @BeforeEach
    void a_course() {
        course = new TestCourse(empty(), () -> workers.forEach(GradingWorker::wake), "ada", "bob", "eve");
        course.add("small", "ada", "bob", "eve");
        store = course.store();
        handingIn = course.handingIn();
    }

    @AfterEach
    void stop() {
        sandbox.release();
        workers.forEach(GradingWorker::close);
        course.close();
    }

    @Test
    void what_was_handed_in_is_graded_once() throws InterruptedException {
        worker(2);
        String id = handIn("nn", "ada", "class A {");

        StoredGrading grading = ended(id);

        assertThat(grading.state()).isEqualTo(GradingState.GRADED);
        assertThat(grading.verdict()).contains(Verdict.CE);
        assertThat(sandbox.compiled()).hasSize(1);
        assertThat(store.read((Tx tx) -> tx.grades().find("nn", "hw", "ada"))
                        .orElseThrow()
                        .verdict())
                .contains(Verdict.CE);
        noJobsLeft();
    }

    /** A job is taken away a moment after its grading has ended. */
    private void noJobsLeft() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        BlockingQueue<String> never = new LinkedBlockingQueue<>();
        while (jobs() > 0 && System.nanoTime() < end) {
            never.poll(20, TimeUnit.MILLISECONDS);
        }
        assertThat(jobs()).isZero();
    }

    @Test
    void a_job_and_its_submission_are_stored_together_or_not_at_all() {
        try {
            store.write(tx -> {
                handingIn.handIn(tx, submission("nn", "ada", "class A {"));
                throw new IllegalStateException("the power is gone");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the power is gone");
        }

        assertThat(jobs()).isZero();
        List<?> stored = store.read(tx -> tx.submissions().of("nn", "hw", "ada"));
        assertThat(stored).isEmpty();
    }

    @Test
    void a_fault_of_ours_is_tried_again() throws InterruptedException {
        String id = handIn("nn", "ada", "broken once");
        worker(1);

        StoredGrading grading = ended(id);

        assertThat(grading.state()).isEqualTo(GradingState.GRADED);
        assertThat(grading.tries()).isEqualTo(2);
    }

    @Test
    void what_breaks_every_time_is_set_aside_with_the_reason_and_the_others_are_graded() throws InterruptedException {
        String poison = handIn("nn", "ada", "broken always");
        String other = handIn("nn", "bob", "class B {");
        worker(1);

        StoredGrading grading = ended(poison);

        assertThat(grading.state()).isEqualTo(GradingState.SET_ASIDE);
        assertThat(grading.reason()).contains("the engine is away");
        assertThat(grading.tries()).isEqualTo(5);
        assertThat(ended(other).state()).isEqualTo(GradingState.GRADED);
        assertThat(store.read((Tx tx) -> tx.grades().find("nn", "hw", "ada")).isPresent())
                .isFalse();
        noJobsLeft();
    }

    @Test
    void a_worker_leaves_where_grading_breaks_again_and_again() throws InterruptedException {
        handIn("nn", "ada", "broken always 1");
        handIn("nn", "bob", "broken always 2");
        worker(1);

        assertThat(left.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains("the engine is away");
        long open = store.read(
                tx -> tx.gradings().count(GradingState.WAITING) + tx.gradings().count(GradingState.SET_ASIDE));
        assertThat(open).isEqualTo(2);
    }

    @Test
    void waiting_students_come_before_the_crowd_and_that_before_regrades() throws InterruptedException {
        course.clock().set(TestCourse.DUE.minusSeconds(600));
        String crowd = handIn("nn", "ada", "class Crowd {");
        course.clock().set(TestCourse.START);
        String waiting = handIn("nn", "bob", "class Waiting {");
        worker(1);

        ended(crowd);
        ended(waiting);
        assertThat(sandbox.compiled()).containsExactly("class Waiting {", "class Crowd {");
    }

    @Test
    void a_small_course_does_not_wait_behind_a_crowded_one_nor_a_student_behind_another_who_hands_in_often()
            throws InterruptedException {
        String first = handIn("nn", "ada", "class A1 {");
        String second = handIn("nn", "ada", "class A2 {");
        String third = handIn("nn", "ada", "class A3 {");
        String other = handIn("nn", "bob", "class B {");
        String small = handIn("small", "eve", "class E {");
        worker(1);

        for (String id : List.of(first, second, third, other, small)) {
            ended(id);
        }

        assertThat(sandbox.compiled().subList(0, 2)).containsExactlyInAnyOrder("class A1 {", "class E {");
        assertThat(sandbox.compiled().subList(2, 5)).containsExactly("class B {", "class A2 {", "class A3 {");
    }

    @Test
    void what_a_vanished_worker_held_is_taken_over_and_ends_once() throws InterruptedException {
        String id = handIn("nn", "ada", "class A {");
        store.write(tx -> tx.gradings().start(gradingId(id), "gone"));
        store.write(tx -> tx.handle()
                .createUpdate("update scheduled_tasks set picked = :picked, picked_by = 'gone',"
                        + " last_heartbeat = :long_ago, version = version + 1")
                .bind("picked", true)
                .bind("long_ago", Timestamp.from(TestCourse.START.minus(Duration.ofDays(1))))
                .execute());
        worker(1);

        assertThat(ended(id).state()).isEqualTo(GradingState.GRADED);
        // The one that was gone comes back with a result of its own, and finds that it is too late.
        assertThat(store.write(tx -> tx.gradings().setAside(gradingId(id), "late"))
                        .booleanValue())
                .isFalse();
    }

    /** A22: three hundred at once in one course, of which each second one runs into its limit. */
    @Test
    void a_crowd_of_endless_loops_keeps_another_course_waiting_for_no_more_than_what_has_begun()
            throws InterruptedException {
        List<String> people = List.of("ada", "bob");
        for (int i = 0; i < CROWD; i++) {
            handIn("nn", people.get(i % 2), (i % 2 == 0 ? "wait" : "class") + " A" + i + " {");
        }
        worker(2);
        sandbox.awaitWaiting();
        String honest = handIn("small", "eve", "class Eve {");
        int begun = sandbox.compiled().size();
        sandbox.release();

        assertThat(ended(honest).state()).isEqualTo(GradingState.GRADED);
        // Each of the two threads may have begun another by the time that it was stored.
        assertThat(sandbox.compiled().indexOf("class Eve {")).isLessThanOrEqualTo(begun + 4);
    }

    /** A23: by whatever ended it, a job is done once more and no more than once. */
    @Test
    void what_a_killed_worker_had_begun_five_times_is_set_aside_and_costs_nobody_anything()
            throws InterruptedException {
        String id = handIn("nn", "ada", "class A {");
        for (int i = 0; i < 5; i++) {
            assertThat(store.write(tx -> tx.gradings().start(gradingId(id), "killed"))
                            .booleanValue())
                    .isTrue();
        }
        worker(1);

        assertThat(ended(id).state()).isEqualTo(GradingState.SET_ASIDE);
        assertThat(sandbox.compiled()).isEmpty();
        Optional<?> grade = store.read(tx -> tx.grades().find("nn", "hw", "ada"));
        assertThat(grade).isEmpty();
    }

    @Test
    void what_was_handed_in_before_a_clock_was_set_back_does_not_wait_for_that_time_to_come_again()
            throws InterruptedException {
        course.clock().set(TestCourse.START.plus(Duration.ofDays(30)));
        String before = handIn("nn", "ada", "broken once");
        course.clock().set(TestCourse.START);
        String after = handIn("nn", "bob", "class B {");
        worker(1);

        assertThat(ended(before).state()).isEqualTo(GradingState.GRADED);
        assertThat(ended(after).state()).isEqualTo(GradingState.GRADED);
    }

    @Test
    void what_a_vanished_worker_held_before_the_clock_was_set_back_is_taken_over() throws InterruptedException {
        String id = handIn("nn", "ada", "class A {");
        store.write(tx -> tx.gradings().start(gradingId(id), "gone"));
        store.write(tx -> tx.handle()
                .createUpdate("update scheduled_tasks set picked = :picked, picked_by = 'gone',"
                        + " last_heartbeat = :ahead, version = version + 1")
                .bind("picked", true)
                .bind("ahead", Timestamp.from(TestCourse.START.plus(Duration.ofDays(30))))
                .execute());
        worker(1, SOON); // six of them, for the lease to be over

        assertThat(ended(id).state()).isEqualTo(GradingState.GRADED);
    }

    /** Every lease is over at once, and so the job is taken a second time while it is still under way. */
    @Test
    void a_clock_that_jumps_while_something_is_graded_gives_it_one_result() throws InterruptedException {
        String id = handIn("nn", "ada", "wait");
        worker(2);
        sandbox.awaitWaiting();
        for (Duration jump : List.of(Duration.ofDays(30), Duration.ofDays(-60), Duration.ofDays(30))) {
            course.clock().advance(jump);
            handIn("nn", "bob", "class B {");
        }
        sandbox.release();

        assertThat(ended(id).state()).isEqualTo(GradingState.GRADED);
        noJobsLeft();
        long graded = store.read(tx -> tx.gradings().count(GradingState.GRADED));
        assertThat(graded).isEqualTo(4);
        assertThat(store.read((Tx tx) -> tx.grades().find("nn", "hw", "ada"))
                        .orElseThrow()
                        .verdict())
                .contains(Verdict.CE);
    }

    /** H15: gone from the course while the job waits. */
    @Test
    void who_leaves_the_course_is_graded_all_the_same() throws InterruptedException {
        String id = handIn("nn", "ada", "class A {");
        store.write(tx -> {
            tx.people().leave("nn", "ada");
            return true;
        });
        worker(1);

        assertThat(ended(id).state()).isEqualTo(GradingState.GRADED);
        Optional<?> grade = store.read(tx -> tx.grades().find("nn", "hw", "ada"));
        assertThat(grade).isPresent();
    }

    @Test
    void what_is_under_way_comes_to_its_end_before_a_worker_goes() throws InterruptedException {
        String id = handIn("nn", "ada", "wait");
        GradingWorker worker = worker(1);
        sandbox.awaitWaiting();
        AtomicBoolean closed = new AtomicBoolean();
        Thread closing = Thread.ofVirtual().start(() -> {
            worker.close();
            closed.set(true);
        });

        assertThat(closed).isFalse();
        sandbox.release();
        closing.join();

        assertThat(grading(id).state()).isEqualTo(GradingState.GRADED);
    }

    @Test
    void a_result_of_one_counts_for_the_whole_team() throws InterruptedException {
        store.write(tx -> {
            CourseRules alone = CourseRules.open("nn", "hw", TestCourse.START, "tess");
            tx.courses()
                    .set(new CourseRules(
                            "nn",
                            "hw",
                            2,
                            alone.attempts(),
                            alone.coolDown(),
                            alone.counting(),
                            alone.releaseAt(),
                            2,
                            alone.reveals(),
                            alone.needs(),
                            TestCourse.START,
                            "tess"));
            tx.teams().put("nn", "hw", "gradients", List.of("ada", "bob"), "tess");
            return true;
        });
        worker(1);
        ended(handIn("nn", "ada", "class A {"));
        for (String person : List.of("ada", "bob")) {
            assertThat(store.read((Tx tx) -> tx.grades().find("nn", "hw", person))
                            .orElseThrow()
                            .verdict())
                    .contains(Verdict.CE);
        }
        assertThat(store.read((Tx tx) -> tx.grades().find("nn", "hw", "eve"))).isEmpty();
    }

    private GradingWorker worker(int threads) {
        return worker(threads, Duration.ofSeconds(1));
    }

    private GradingWorker worker(int threads, Duration heartbeat) {
        SubmissionGrader grader =
                new SubmissionGrader(store, course.shelf(), Ground.withoutTraining(sandbox, new NoGoldens(), "test"));
        WorkerSettings settings = new WorkerSettings(
                "worker" + workers.size(),
                "here",
                threads,
                Set.of("cpu"),
                Duration.ofMillis(50),
                heartbeat,
                Duration.ZERO,
                Duration.ofSeconds(20));
        GradingWorker worker =
                new GradingWorker(course.database(), store, grader, settings, new SimpleMeterRegistry(), left::add);
        workers.add(worker);
        worker.start();
        return worker;
    }

    private static HandIn submission(String course, String person, String source) {
        return TestCourse.request(course, person, "Conv.java", source);
    }

    private String handIn(String course, String person, String source) {
        HandInOutcome outcome = handingIn.handIn(submission(course, person, source));
        return ((HandInOutcome.Stored) outcome).submission().id();
    }

    private StoredGrading grading(String submission) {
        return store.read(tx -> tx.gradings().ofSubmission(submission)).orElseThrow();
    }

    private String gradingId(String submission) {
        return grading(submission).id();
    }

    private long jobs() {
        return store.read(tx -> tx.handle()
                .createQuery("select count(*) from scheduled_tasks")
                .mapTo(Long.class)
                .one());
    }

    private StoredGrading ended(String submission) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        BlockingQueue<String> never = new LinkedBlockingQueue<>();
        while (System.nanoTime() < end) {
            StoredGrading grading = grading(submission);
            if (grading.state() == GradingState.GRADED || grading.state() == GradingState.SET_ASIDE) {
                return grading;
            }
            never.poll(20, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("still " + grading(submission).state());
    }
}
