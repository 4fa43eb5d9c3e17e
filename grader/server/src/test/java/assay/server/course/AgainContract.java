package assay.server.course;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.server.rule.Attempts;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.store.Backlog;
import assay.server.store.Cause;
import assay.server.store.Database;
import assay.server.store.GradingState;
import assay.server.store.QueuedGrading;
import assay.server.store.Regrade;
import assay.server.store.Results;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import assay.server.store.Urgency;
import assay.server.testing.TestCourse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is graded once more: by its student as a self-check, or after it was set aside; on every database. */
abstract class AgainContract {
    private static final Duration COOL_DOWN = Duration.ofMinutes(10);

    @SuppressWarnings("NullAway.Init") // before each
    private TestCourse course;

    @SuppressWarnings("NullAway.Init") // before each
    private Store store;

    @SuppressWarnings("NullAway.Init") // before each
    private HandingIn handingIn;

    abstract Database empty();

    @BeforeEach
    void a_course() {
        course = new TestCourse(empty(), "ada", "bob");
        course.add("other");
        store = course.store();
        handingIn = course.handingIn();
        store.write(tx -> tx.courses()
                .set(new CourseRules(
                        "nn",
                        "hw",
                        1,
                        Optional.of(2),
                        COOL_DOWN,
                        Counting.LAST,
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        "cpu",
                        TestCourse.START,
                        "tess")));
    }

    @AfterEach
    void stop() {
        course.close();
    }

    private StoredSubmission handIn(String person) {
        return course.handIn(person, "a.zip", "no archive");
    }

    private StoredGrading grade(StoredSubmission submission, Grading outcome) {
        return course.grade(submission, outcome);
    }

    private StoredGrading setAside(StoredSubmission submission) {
        course.clock().advance(Duration.ofSeconds(1));
        StoredGrading open = course.open(submission);
        store.write(tx -> {
            tx.gradings().start(open.id(), "w");
            return tx.gradings().setAside(open.id(), "the engine is away");
        });
        course.clock().advance(Duration.ofSeconds(1));
        return open;
    }

    private SelfChecking.Outcome check(StoredSubmission submission) {
        return new SelfChecking(store, handingIn).check(submission, submission.person());
    }

    private List<StoredGrading> aside() {
        return store.read(tx -> tx.backlog().setAside("nn", 10));
    }

    @Test
    void a_self_check_is_graded_by_the_newest_version_and_never_counts() {
        StoredSubmission ada = handIn("ada");
        grade(ada, Results.withCase("ada", "4", "larger", Verdict.WA));
        course.publish(2);
        assertThat(check(ada)).isInstanceOf(SelfChecking.Outcome.Queued.class);
        StoredGrading checked = grade(ada, Results.withCase("ada", "10", "larger", Verdict.AC));

        assertThat(checked.cause()).isEqualTo(Cause.SELF_CHECK);
        assertThat(checked.urgency()).isEqualTo(Urgency.REGRADE);
        assertThat(checked.assignmentVersion()).isEqualTo(2);
        assertThat(store.read((Tx tx) -> tx.grades().find("nn", "hw", "ada"))
                        .orElseThrow()
                        .points())
                .contains(Points.of("4"));
        assertThat(store.read((Tx tx) -> tx.gradings().ofSubmission(ada.id()))
                        .orElseThrow()
                        .assignmentVersion())
                .isEqualTo(1);
        List<CaseResult> seen = store.read(tx -> new ShownResults(course.shelf()).publicCases(tx, checked)).stream()
                .flatMap(shown -> shown.grading().parts().stream())
                .flatMap(part -> part.cases().stream())
                .toList();
        assertThat(seen).extracting(CaseResult::id).doesNotContain("larger");
    }

    @Test
    void it_costs_no_attempt_and_waits_for_its_turn() {
        StoredSubmission ada = handIn("ada");
        assertThat(check(ada)).isEqualTo(new SelfChecking.Outcome.Refused(new SelfChecking.Leave.NothingYet()));
        grade(ada, Results.of("ada", "4"));
        StoredGrading first = ((SelfChecking.Outcome.Queued) check(ada)).grading();
        assertThat(check(ada)).isEqualTo(new SelfChecking.Outcome.Refused(new SelfChecking.Leave.UnderWay(first)));
        grade(ada, Results.of("ada", "4"));
        assertThat(check(ada))
                .isEqualTo(new SelfChecking.Outcome.Refused(
                        new SelfChecking.Leave.CoolingDown(first.queuedAt().plus(COOL_DOWN))));
        course.clock().advance(COOL_DOWN);
        assertThat(check(ada)).isInstanceOf(SelfChecking.Outcome.Queued.class);

        Attempts attempts = store.read(
                tx -> InForce.attempts(tx, tx.courses().rules("nn", "hw").orElseThrow(), "ada"));
        assertThat(attempts).isEqualTo(new Attempts.Allowed(Optional.of(0)));
    }

    @Test
    void whoever_hands_in_comes_before_a_self_check() {
        StoredSubmission ada = handIn("ada");
        grade(ada, Results.of("ada", "4"));
        check(ada);
        handIn("bob");

        List<QueuedGrading> waiting = store.read(tx -> tx.backlog().waiting(Backlog.EVERYWHERE, 10));
        assertThat(waiting).extracting(one -> one.grading().person()).containsExactly("bob", "ada");
        assertThat(waiting).allSatisfy(one -> {
            assertThat(one.nextAt()).contains(one.grading().queuedAt());
            assertThat(one.heldAt()).isEmpty();
        });
        Map<Urgency, Long> counts = store.read(tx -> tx.backlog().waiting("nn"));
        assertThat(counts).containsEntry(Urgency.WAITING, 1L).containsEntry(Urgency.REGRADE, 1L);
        Map<Urgency, Long> elsewhere = store.read(tx -> tx.backlog().waiting("other"));
        assertThat(elsewhere.values()).containsOnly(0L);
    }

    @Test
    void what_was_set_aside_is_run_again_once_with_the_urgency_that_it_had() {
        StoredSubmission ada = handIn("ada");
        StoredGrading aside = setAside(ada);
        Reviving reviving = new Reviving(store, handingIn);
        assertThat(aside()).extracting(StoredGrading::id).containsExactly(aside.id());
        assertThat(reviving.again("other", aside.id(), "tess")).isEmpty();

        StoredGrading again = reviving.again("nn", aside.id(), "tess").orElseThrow();
        assertThat(again.urgency()).isEqualTo(Urgency.WAITING);
        assertThat(aside()).isEmpty();
        assertThat(reviving.again("nn", aside.id(), "tess")).isEmpty();
        grade(ada, Results.of("ada", "7"));
        assertThat(store.read((Tx tx) -> tx.grades().find("nn", "hw", "ada"))
                        .orElseThrow()
                        .points())
                .contains(Points.of("7"));
    }

    @Test
    void within_a_regrade_it_stays_a_proposal() {
        StoredSubmission ada = handIn("ada");
        grade(ada, Results.of("ada", "4"));
        Regrading regrading = new Regrading(store, course.shelf(), handingIn);
        Regrade regrade =
                ((Regrading.Proposal.Proposed) regrading.propose(course.publish(2), false, "wrong", "tess")).regrade();
        StoredGrading aside = setAside(ada);
        new Reviving(store, handingIn).again("nn", aside.id(), "tess");
        grade(ada, Results.of("ada", "10"));

        assertThat(store.read((Tx tx) -> tx.regrades().progress(regrade.id())))
                .isEqualTo(Map.of(GradingState.GRADED, 1L));
        assertThat(store.read((Tx tx) -> tx.grades().find("nn", "hw", "ada"))
                        .orElseThrow()
                        .points())
                .contains(Points.of("4"));
        regrading.drop(regrade, "tess");
        assertThat(new Reviving(store, handingIn).again("nn", aside.id(), "tess"))
                .isEmpty();
    }
}
