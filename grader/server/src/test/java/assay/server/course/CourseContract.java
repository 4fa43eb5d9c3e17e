package assay.server.course;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.result.Grading;
import assay.server.queue.Shelf;
import assay.server.rule.Attempts;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.store.ClassRow;
import assay.server.store.Database;
import assay.server.store.PublishedAssignment;
import assay.server.store.Regrade;
import assay.server.store.RegradeState;
import assay.server.store.Results;
import assay.server.store.Store;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import assay.server.testing.TestCourse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a course does with submissions, on every database. */
abstract class CourseContract {

    @SuppressWarnings("NullAway.Init") // before each
    private TestCourse course;

    @SuppressWarnings("NullAway.Init") // before each
    private Shelf shelf;

    @SuppressWarnings("NullAway.Init") // before each
    private ShownResults results;

    @SuppressWarnings("NullAway.Init") // before each
    private Store store;

    @SuppressWarnings("NullAway.Init") // before each
    private HandingIn handingIn;

    @SuppressWarnings("NullAway.Init") // before each
    private Regrading regrading;

    abstract Database empty();

    @BeforeEach
    void a_course() {
        course = new TestCourse(empty(), "ada", "bob", "eve");
        store = course.store();
        shelf = course.shelf();
        results = new ShownResults(shelf);
        handingIn = course.handingIn();
        regrading = new Regrading(store, shelf, handingIn);
    }

    @AfterEach
    void stop() {
        course.close();
    }

    private void rules(int version, int teamSize, Optional<Integer> attempts, Optional<Integer> reveals) {
        store.write(tx -> tx.courses()
                .set(new CourseRules(
                        "nn",
                        "hw",
                        version,
                        attempts,
                        Duration.ZERO,
                        Counting.BEST,
                        Optional.empty(),
                        teamSize,
                        reveals,
                        "cpu",
                        course.clock().instant(),
                        "tess")));
    }

    private HandInOutcome offer(String person, Optional<Instant> at) {
        return handingIn.handIn(new HandIn(
                "nn", "hw", person, person, "a.zip", person.getBytes(StandardCharsets.UTF_8), Optional.empty(), at));
    }

    private StoredSubmission handIn(String person) {
        return course.handIn(person, "a.zip", person);
    }

    private void grade(StoredSubmission submission, Grading outcome) {
        course.grade(submission, outcome);
    }

    private String points(String person) {
        return store.read(tx -> tx.grades().find("nn", "hw", person))
                .flatMap(grade -> grade.points())
                .map(Points::toString)
                .orElse("none");
    }

    private Regrade proposed() {
        return ((Regrading.Proposal.Proposed)
                        regrading.propose(course.publish(2), false, "case 'larger' was wrong", "tess"))
                .regrade();
    }

    private Regrade again(Regrade regrade) {
        return store.read(tx -> tx.regrades().find(regrade.id())).orElseThrow();
    }

    private Differences.Difference difference(Regrade regrade) {
        return store.read(tx -> new Differences(results).of(tx, again(regrade)));
    }

    /** Three students, graded by version 1; by version 2 one gains, one loses and one stays. */
    private Regrade regraded() {
        StoredSubmission ada = handIn("ada");
        StoredSubmission bob = handIn("bob");
        StoredSubmission eve = handIn("eve");
        grade(ada, Results.withCase("ada", "4", "larger", Verdict.WA));
        grade(bob, Results.withCase("bob", "10", "larger", Verdict.AC));
        grade(eve, Results.withCase("eve", "7", "larger", Verdict.AC));
        Regrade regrade = proposed();
        grade(ada, Results.withCase("ada", "10", "larger", Verdict.AC));
        grade(bob, Results.withCase("bob", "4", "larger", Verdict.WA));
        grade(eve, Results.withCase("eve", "7", "larger", Verdict.AC));
        return regrade;
    }

    @Test
    void a_regrade_changes_nothing_before_it_is_applied_and_shows_who_and_by_which_case() {
        Regrade regrade = regraded();
        assertThat(List.of(points("ada"), points("bob"), points("eve"))).containsExactly("4", "10", "7");
        Differences.Difference difference = difference(regrade);
        assertThat(difference.same()).isEqualTo(1);
        assertThat(difference.lines()).hasSize(2);
        Differences.Line first = difference.lines().getFirst();
        assertThat(first.person()).isEqualTo("ada");
        assertThat(first.up()).isTrue();
        assertThat(first.before()).contains(Points.of("4"));
        assertThat(first.after()).isEqualTo(Points.of("10"));
        assertThat(first.cases())
                .containsExactly(new Differences.CaseChange(
                        "conv2d", "larger", Optional.of(Verdict.WA), Optional.of(Verdict.AC)));
        assertThat(difference.lines().getLast().person()).isEqualTo("bob");
    }

    @Test
    void it_is_applied_and_undone() {
        Regrade regrade = regraded();
        assertThat(regrading.apply(regrade, false, "tess")).isInstanceOf(Regrading.Decision.Done.class);
        assertThat(List.of(points("ada"), points("bob"), points("eve"))).containsExactly("10", "4", "7");
        assertThat(difference(regrade).lines()).hasSize(2);
        assertThat(regrading.apply(regrade, false, "tess"))
                .isEqualTo(new Regrading.Decision.NotFrom(RegradeState.APPLIED));
        assertThat(regrading.undo(again(regrade), "tess")).isInstanceOf(Regrading.Decision.Done.class);
        assertThat(List.of(points("ada"), points("bob"), points("eve"))).containsExactly("4", "10", "7");
        assertThat(again(regrade).state()).isEqualTo(RegradeState.PROPOSED);
        List<String> audit = store.read(tx -> tx.courses().audit("nn", 100)).stream()
                .map(entry -> entry.action())
                .filter(action -> action.startsWith("regrade"))
                .toList();
        assertThat(audit).contains("regrade proposed", "regrade applied");
    }

    @Test
    void applied_upwards_nobody_loses() {
        Regrade regrade = regraded();
        regrading.apply(regrade, true, "tess");
        assertThat(List.of(points("ada"), points("bob"), points("eve"))).containsExactly("10", "10", "7");
        assertThat(again(regrade).state()).isEqualTo(RegradeState.APPLIED_UPWARDS);
        regrading.undo(again(regrade), "tess");
        assertThat(points("ada")).isEqualTo("4");
    }

    @Test
    void it_waits_for_its_gradings_and_dropped_it_leaves_none() {
        StoredSubmission ada = handIn("ada");
        grade(ada, Results.of("ada", "4"));
        Regrade regrade = proposed();
        assertThat(regrading.apply(regrade, false, "tess")).isEqualTo(new Regrading.Decision.NotYet(1));
        assertThat(regrading.propose(course.publish(3), false, "again", "tess"))
                .isInstanceOf(Regrading.Proposal.Another.class);
        regrading.drop(regrade, "tess");
        assertThat(store.read((Tx tx) -> tx.gradings().open(10))).isEmpty();
        assertThat(points("ada")).isEqualTo("4");
        assertThat(regrading.undo(again(regrade), "tess"))
                .isEqualTo(new Regrading.Decision.NotFrom(RegradeState.DROPPED));
    }

    @Test
    void what_the_newest_version_has_graded_is_left_out_unless_it_is_asked_for() {
        StoredSubmission ada = handIn("ada");
        grade(ada, Results.of("ada", "4"));
        PublishedAssignment published =
                store.read(tx -> tx.courses().assignment("nn", "hw")).orElseThrow();
        assertThat(regrading.propose(published, false, "why not", "tess")).isEqualTo(new Regrading.Proposal.Nothing(1));
        assertThat(regrading.propose(published, true, "the grader was wrong", "tess"))
                .isInstanceOf(Regrading.Proposal.Proposed.class);
    }

    @Test
    void waiting_students_do_not_step_back_behind_a_regrade() {
        StoredSubmission ada = handIn("ada");
        grade(ada, Results.of("ada", "4"));
        proposed();
        handIn("ada");
        List<String> jobs = store.read(tx -> tx.handle()
                .createQuery("select g.urgency from scheduled_tasks t join gradings g on g.id = t.task_instance"
                        + " where g.state = 'WAITING' order by t.priority desc")
                .mapTo(String.class)
                .list());
        assertThat(jobs).containsExactly("WAITING", "REGRADE");
    }

    @Test
    void a_submission_of_one_is_the_whole_teams_and_so_is_the_attempt() {
        rules(1, 2, Optional.of(1), Optional.empty());
        store.write(tx -> {
            tx.teams().put("nn", "hw", "gradients", List.of("ada", "bob"), "tess");
            return true;
        });
        StoredSubmission shared = handIn("ada");
        grade(shared, Results.of("ada", "6"));
        assertThat(List.of(points("ada"), points("bob"), points("eve"))).containsExactly("6", "6", "none");
        assertThat(store.read((Tx tx) -> tx.submissions().of("nn", "hw", "bob")))
                .containsExactly(shared);
        assertThat(store.read((Tx tx) -> tx.gradings().shown("nn", "hw", "bob")))
                .containsOnlyKeys(shared.id());
        assertThat(offer("bob", Optional.empty())).isEqualTo(new HandInOutcome.NotNow(new Attempts.Exhausted(1)));
        assertThat(offer("eve", Optional.empty())).isInstanceOf(HandInOutcome.Stored.class);
    }

    @Test
    void the_table_of_a_class_counts_what_is_a_teams_for_each_of_it() {
        rules(1, 2, Optional.empty(), Optional.empty());
        store.write(tx -> {
            tx.teams().put("nn", "hw", "gradients", List.of("ada", "bob"), "tess");
            return true;
        });
        grade(handIn("ada"), Results.withCase("ada", "6", "larger", Verdict.WA));
        List<ClassRow> rows = store.read(tx -> tx.classes().rows("nn", "hw"));
        assertThat(rows).extracting(ClassRow::person).containsExactly("ada", "bob", "eve");
        assertThat(rows).extracting(ClassRow::submissions).containsExactly(1, 1, 0);
        assertThat(rows.get(1).points()).contains(Points.of("6"));
        assertThat(rows.get(2).last()).isEmpty();
        PublishedAssignment published =
                store.read(tx -> tx.courses().assignment("nn", "hw")).orElseThrow();
        List<Grading> brief = store.read(tx -> results.brief(tx, "nn", shelf.assignment(published)));
        assertThat(brief).hasSize(2);
        assertThat(brief.getFirst().parts().getFirst().cases().getFirst().verdict())
                .isEqualTo(Verdict.WA);
    }

    @Test
    void a_release_is_announced_once_to_whoever_listens() {
        store.write(tx -> tx.handle()
                .execute(
                        "insert into webhook_endpoints (id, course, url, secret, failures, created_at)"
                                + " values ('r', 'nn', 'https://example.org', ?, 0, 0)",
                        new byte[0]));
        store.write(tx -> tx.courses()
                .set(new CourseRules(
                        "nn",
                        "hw",
                        1,
                        Optional.empty(),
                        Duration.ZERO,
                        Counting.BEST,
                        Optional.of(TestCourse.START.plusSeconds(60)),
                        1,
                        Optional.empty(),
                        "cpu",
                        TestCourse.START,
                        "tess")));
        Releases releases = new Releases(store);
        assertThat(releases.announceDue()).isZero();
        course.clock().advance(Duration.ofMinutes(1));
        assertThat(releases.announceDue()).isEqualTo(1);
        assertThat(releases.announceDue()).isZero();
        assertThat(store.read((Tx tx) -> tx.courses().deliveries("nn", 10)))
                .singleElement()
                .satisfies(one -> assertThat(one.subject()).isEqualTo("results.released"));
    }

    @Test
    void whoever_leaves_a_team_keeps_what_it_has_handed_in() {
        rules(1, 2, Optional.empty(), Optional.empty());
        store.write(tx -> {
            tx.teams().put("nn", "hw", "gradients", List.of("ada", "bob"), "tess");
            return true;
        });
        StoredSubmission shared = handIn("ada");
        store.write(tx -> {
            tx.teams().put("nn", "hw", "others", List.of("bob", "eve"), "tess");
            return true;
        });
        StoredSubmission alone = handIn("ada");
        grade(shared, Results.of("ada", "6"));
        grade(alone, Results.of("ada", "9"));
        assertThat(List.of(points("ada"), points("bob"), points("eve"))).containsExactly("9", "6", "none");
        assertThat(store.read((Tx tx) -> tx.teams().with("nn", "hw", "eve"))).containsExactly("bob", "eve");
    }

    @Test
    void hidden_cases_are_revealed_as_often_as_the_rules_allow_and_all_at_the_deadline() {
        rules(1, 1, Optional.empty(), Optional.of(1));
        StoredSubmission first = handIn("ada");
        Revealing revealing = new Revealing(store);
        assertThat(revealing.reveal(first, "ada")).isInstanceOf(Revealing.Outcome.NothingYet.class);
        grade(first, Results.withCase("ada", "4", "larger", Verdict.WA));
        StoredSubmission second = handIn("ada");
        grade(second, Results.withCase("ada", "10", "larger", Verdict.AC));
        assertThat(kept(first)).contains(TestCourse.DUE);
        assertThat(revealing.reveal(first, "ada")).isEqualTo(new Revealing.Outcome.Revealed(0));
        assertThat(kept(first)).isEmpty();
        assertThat(revealing.reveal(first, "ada")).isInstanceOf(Revealing.Outcome.Open.class);
        assertThat(revealing.reveal(second, "ada")).isEqualTo(new Revealing.Outcome.Spent(1));
        assertThat(kept(second)).contains(TestCourse.DUE);
        course.clock().set(TestCourse.DUE);
        assertThat(kept(second)).isEmpty();
    }

    private Optional<Instant> kept(StoredSubmission submission) {
        return store.read(tx -> results.forStudent(tx, submission))
                .orElseThrow()
                .hiddenUntil();
    }

    @Test
    void a_time_that_is_given_counts_unless_it_is_to_come() {
        Instant given = TestCourse.START.minus(Duration.ofHours(3));
        StoredSubmission early = ((HandInOutcome.Stored) offer("ada", Optional.of(given))).submission();
        assertThat(early.submittedAt()).isEqualTo(given);
        assertThat(early.receivedAt()).contains(TestCourse.START);
        StoredSubmission tomorrow = ((HandInOutcome.Stored)
                        offer("bob", Optional.of(TestCourse.START.plus(Duration.ofDays(1)))))
                .submission();
        assertThat(tomorrow.submittedAt()).isEqualTo(TestCourse.START);
        assertThat(tomorrow.receivedAt()).isEmpty();
        assertThat(store.read((Tx tx) -> tx.submissions().find(early.id()))).contains(early);
    }
}
