package assay.server.course;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.AssignmentReader;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.domain.Digests;
import assay.core.report.GradingJson;
import assay.core.result.Grading;
import assay.server.queue.GradingQueue;
import assay.server.queue.Shelf;
import assay.server.rule.Attempts;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.store.Database;
import assay.server.store.PublishedAssignment;
import assay.server.store.Regrade;
import assay.server.store.RegradeState;
import assay.server.store.Results;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import assay.server.testing.Homework;
import assay.server.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a course does with submissions, on every database. */
abstract class CourseContract {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-09T12:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final Shelf shelf = new Shelf(new AssignmentReader(Map.of()));
    private final ShownResults results = new ShownResults(shelf);

    @SuppressWarnings("NullAway.Init") // before each
    private Database database;

    @SuppressWarnings("NullAway.Init") // before each
    private Store store;

    @SuppressWarnings("NullAway.Init") // before each
    private HandingIn handingIn;

    @SuppressWarnings("NullAway.Init") // before each
    private Regrading regrading;

    abstract Database empty();

    @BeforeEach
    void a_course() {
        database = empty();
        store = new Store(database.source(), clock);
        handingIn = new HandingIn(store, shelf, new GradingQueue(), () -> {});
        regrading = new Regrading(store, shelf, handingIn);
        store.write(tx -> {
            tx.people().put("tess", "Tess", "");
            tx.courses().add("nn", "Neural networks");
            for (String person : List.of("ada", "bob", "eve")) {
                tx.people().put(person, person, "");
                tx.people().enrol("nn", person, Role.STUDENT);
            }
            return true;
        });
        publish(1);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private PublishedAssignment publish(int version) {
        byte[] yaml = Homework.yaml(version, DUE.toString());
        PublishedAssignment published = new PublishedAssignment(
                "nn", "hw", version, "Homework", DUE, Digests.of(yaml), yaml, clock.instant(), "tess");
        store.write(tx -> tx.courses().publish(published));
        return published;
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
                        clock.instant(),
                        "tess")));
    }

    private HandInOutcome offer(String person, Optional<Instant> at) {
        return handingIn.handIn(new HandIn(
                "nn", "hw", person, person, "a.zip", person.getBytes(StandardCharsets.UTF_8),
                Optional.empty(), at));
    }

    private StoredSubmission handIn(String person) {
        clock.advance(Duration.ofSeconds(1));
        return ((HandInOutcome.Stored) offer(person, Optional.empty())).submission();
    }

    /** As a worker ends what is open. */
    private void grade(StoredSubmission submission, Grading outcome) {
        clock.advance(Duration.ofSeconds(1));
        store.write(tx -> {
            StoredGrading open = tx.gradings().open(100).stream()
                    .filter(one -> one.submission().equals(submission.id()))
                    .findFirst()
                    .orElseThrow();
            tx.gradings().start(open.id(), "w");
            tx.gradings().finish(open.id(), outcome, GradingJson.bytes(outcome));
            if (open.appliedAt().isPresent()) {
                tx.submissions()
                        .owners(submission)
                        .forEach(person ->
                                tx.grades().renew("nn", "hw", person, Counting.BEST, Points.of("10")));
            }
            return true;
        });
    }

    private String points(String person) {
        return store.read(tx -> tx.grades().find("nn", "hw", person))
                .flatMap(grade -> grade.points())
                .map(Points::toString)
                .orElse("none");
    }

    private Regrade proposed() {
        return ((Regrading.Proposal.Proposed)
                        regrading.propose(publish(2), false, "case 'larger' was wrong", "tess"))
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
        assertThat(regrading.propose(publish(3), false, "again", "tess"))
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
        assertThat(regrading.propose(published, false, "why not", "tess"))
                .isEqualTo(new Regrading.Proposal.Nothing(1));
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
        assertThat(store.read((Tx tx) -> tx.submissions().of("nn", "hw", "bob"))).containsExactly(shared);
        assertThat(store.read((Tx tx) -> tx.gradings().shown("nn", "hw", "bob"))).containsOnlyKeys(shared.id());
        assertThat(offer("bob", Optional.empty()))
                .isEqualTo(new HandInOutcome.NotNow(new Attempts.Exhausted(1)));
        assertThat(offer("eve", Optional.empty())).isInstanceOf(HandInOutcome.Stored.class);
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
        assertThat(kept(first)).contains(DUE);
        assertThat(revealing.reveal(first, "ada")).isEqualTo(new Revealing.Outcome.Revealed(0));
        assertThat(kept(first)).isEmpty();
        assertThat(revealing.reveal(first, "ada")).isInstanceOf(Revealing.Outcome.Open.class);
        assertThat(revealing.reveal(second, "ada")).isEqualTo(new Revealing.Outcome.Spent(1));
        assertThat(kept(second)).contains(DUE);
        clock.set(DUE);
        assertThat(kept(second)).isEmpty();
    }

    private Optional<Instant> kept(StoredSubmission submission) {
        return store.read(tx -> results.forStudent(tx, submission)).orElseThrow().hiddenUntil();
    }

    @Test
    void a_time_that_is_given_counts_unless_it_is_to_come() {
        Instant given = START.minus(Duration.ofHours(3));
        StoredSubmission early = ((HandInOutcome.Stored) offer("ada", Optional.of(given))).submission();
        assertThat(early.submittedAt()).isEqualTo(given);
        assertThat(early.receivedAt()).contains(START);
        StoredSubmission tomorrow =
                ((HandInOutcome.Stored) offer("bob", Optional.of(START.plus(Duration.ofDays(1))))).submission();
        assertThat(tomorrow.submittedAt()).isEqualTo(START);
        assertThat(tomorrow.receivedAt()).isEmpty();
        assertThat(store.read((Tx tx) -> tx.submissions().find(early.id()))).contains(early);
    }
}
