package assay.server.course;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.alike.LeftOut;
import assay.core.alike.Stretch;
import assay.core.assignment.AssignmentReader;
import assay.core.domain.Digests;
import assay.core.domain.Points;
import assay.core.domain.SourceFile;
import assay.core.report.GradingJson;
import assay.core.result.Grading;
import assay.server.queue.GradingQueue;
import assay.server.queue.Shelf;
import assay.server.rule.Counting;
import assay.server.store.ComparisonState;
import assay.server.store.Comparisons;
import assay.server.store.Database;
import assay.server.store.PublishedAssignment;
import assay.server.store.Results;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.StoredComparison;
import assay.server.store.StoredGrading;
import assay.server.store.StoredPair;
import assay.server.store.StoredSubmission;
import assay.server.testing.FakeComparer;
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

/** Comparing what counts, on every database. */
abstract class ComparingContract {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final SourceFile STARTER = new SourceFile("Start.java", "class Start {}");

    private final SettableClock clock = new SettableClock(START);
    private final Shelf shelf = new Shelf(new AssignmentReader(Map.of()));

    @SuppressWarnings("NullAway.Init") // before each
    private Database database;

    @SuppressWarnings("NullAway.Init") // before each
    private Store store;

    @SuppressWarnings("NullAway.Init") // before each
    private HandingIn handingIn;

    @SuppressWarnings("NullAway.Init") // before each
    private PublishedAssignment published;

    @SuppressWarnings("NullAway.Init") // before each
    private Comparing comparing;

    abstract Database empty();

    @BeforeEach
    void a_course() {
        database = empty();
        store = new Store(database.source(), clock);
        handingIn = new HandingIn(store, shelf, new GradingQueue(), () -> {});
        comparing = new Comparing(store);
        byte[] yaml = Homework.yaml(1, START.plus(Duration.ofDays(1)).toString());
        store.write(tx -> {
            tx.people().put("tess", "Tess", "");
            tx.courses().add("nn", "Neural networks");
            for (String person : List.of("ada", "bob", "eve", "zoe")) {
                tx.people().put(person, person, "");
                tx.people().enrol("nn", person, Role.STUDENT);
            }
            published = new PublishedAssignment(
                    "nn", "hw", 1, "Homework", clock.instant(), Digests.of(yaml), yaml, clock.instant(), "tess");
            return tx.courses().publish(published);
        });
    }

    @AfterEach
    void stop() {
        comparing.close();
        database.close();
    }

    private StoredSubmission handIn(String person, String name, String content) {
        clock.advance(Duration.ofSeconds(1));
        return ((HandInOutcome.Stored) handingIn.handIn(new HandIn(
                        "nn",
                        "hw",
                        person,
                        person,
                        name,
                        content.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        Optional.empty())))
                .submission();
    }

    private StoredSubmission graded(String person, String content, String points) {
        return graded(person, "Conv.java", content, points);
    }

    private StoredSubmission graded(String person, String name, String content, String points) {
        StoredSubmission submission = handIn(person, name, content);
        Grading outcome = Results.of(person, points);
        store.write(tx -> {
            StoredGrading open = tx.gradings().open(10).stream()
                    .filter(one -> one.submission().equals(submission.id()))
                    .findFirst()
                    .orElseThrow();
            tx.gradings().start(open.id(), "w");
            tx.gradings().finish(open.id(), outcome, GradingJson.bytes(outcome));
            tx.grades().renew("nn", "hw", person, Counting.BEST, Points.of("10"));
            return true;
        });
        return submission;
    }

    private StoredComparison asked(Optional<Comparing.Given> given) {
        return ((Comparing.Asked.Begun) comparing.ask(published, given, "tess")).comparison();
    }

    /** What became of it, once it has ended. */
    private StoredComparison ended(String id) {
        while (true) {
            StoredComparison found =
                    store.read(tx -> new Comparisons(tx).find(id)).orElseThrow();
            if (found.ended()) {
                return found;
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void what_counts_is_compared_and_nothing_else() {
        FakeComparer comparer = new FakeComparer("well");
        comparing.by(comparer, id -> id.equals("hw") ? List.of(STARTER) : List.of());
        StoredSubmission ada = graded("ada", "class Best {}", "9");
        graded("ada", "class Worse {}", "1");
        StoredSubmission bob = graded("bob", "class Bob {}", "5");
        StoredSubmission eve = graded("eve", "eve.zip", "this is no archive", "0");
        handIn("zoe", "Zoe.java", "class NotGraded {}");

        StoredComparison ended = ended(asked(Optional.of(
                        new Comparing.Given("Given.java", "class Given {}".getBytes(StandardCharsets.UTF_8))))
                .id());

        assertThat(ended.state()).isEqualTo(ComparisonState.DONE);
        assertThat(ended.compared()).isEqualTo(2);
        assertThat(comparer.compared()).containsExactly("class Best {}", "class Bob {}");
        assertThat(comparer.given()).extracting(SourceFile::text).containsExactly("class Start {}", "class Given {}");
        store.read(tx -> {
            Comparisons comparisons = new Comparisons(tx);
            assertThat(comparisons.pairs(ended.id()))
                    .containsExactly(new StoredPair(1, ada.id(), bob.id(), 0.875, 1, 42));
            assertThat(comparisons.stretches(ended.id(), 1))
                    .containsExactly(new Stretch(
                            new Stretch.Place("Conv.java", 1, 2), new Stretch.Place("Conv.java", 1, 2), 42));
            assertThat(comparisons.stretches(ended.id(), 2)).isEmpty();
            assertThat(comparisons.leftOut(ended.id())).extracting(LeftOut::id).containsExactly(eve.id());
            return true;
        });
    }

    @Test
    void it_is_refused_where_there_is_nothing_to_compare_or_it_is_under_way() throws InterruptedException {
        assertThat(comparing.ask(published, Optional.empty(), "tess")).isEqualTo(new Comparing.Asked.Impossible());
        FakeComparer comparer = new FakeComparer("waits");
        comparing.by(comparer, _ -> List.of());
        graded("ada", "class Ada {}", "9");
        assertThat(comparing.ask(published, Optional.empty(), "tess")).isEqualTo(new Comparing.Asked.TooFew(1));
        graded("bob", "class Bob {}", "9");
        assertThat(comparing.ask(published, Optional.of(new Comparing.Given("a.zip", new byte[] {1})), "tess"))
                .isInstanceOf(Comparing.Asked.Unreadable.class);

        StoredComparison first = asked(Optional.empty());
        comparer.awaitWaiting();

        assertThat(comparing.ask(published, Optional.empty(), "tess"))
                .isInstanceOfSatisfying(
                        Comparing.Asked.Another.class,
                        another -> assertThat(another.comparison().id()).isEqualTo(first.id()));
    }

    @Test
    void what_fails_or_breaks_says_so_and_can_be_asked_again() {
        graded("ada", "class Ada {}", "9");
        graded("bob", "class Bob {}", "9");
        comparing.by(new FakeComparer("fails"), _ -> List.of());
        StoredComparison failed = ended(asked(Optional.empty()).id());
        comparing.by(new FakeComparer("breaks"), _ -> List.of());
        StoredComparison broken = ended(asked(Optional.empty()).id());

        assertThat(List.of(failed, broken)).extracting(StoredComparison::state).containsOnly(ComparisonState.FAILED);
        assertThat(failed.reason()).isEqualTo("JPlag was <b>away</b>.");
        assertThat(broken.reason()).contains("ours broke");
    }

    @Test
    void what_was_under_way_when_the_server_went_is_taken_up_once_more() throws InterruptedException {
        graded("ada", "class Ada {}", "9");
        graded("bob", "class Bob {}", "9");
        FakeComparer comparer = new FakeComparer("waits");
        comparing.by(comparer, _ -> List.of());
        String first = asked(Optional.empty()).id();
        comparer.awaitWaiting();
        comparing.close();

        comparing = new Comparing(store);
        comparing.by(new FakeComparer("well"), _ -> List.of());
        assertThat(ended(first).state()).isEqualTo(ComparisonState.DONE);

        String again = asked(Optional.empty()).id();
        ended(again);
        store.write(tx -> {
            tx.handle().execute("update comparisons set state = 'RUNNING', tries = 2 where id = ?", again);
            return true;
        });
        comparing.by(new FakeComparer("well"), _ -> List.of());
        assertThat(ended(again).state()).isEqualTo(ComparisonState.FAILED);
    }
}
