package assay.server.course;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.alike.LeftOut;
import assay.core.alike.Stretch;
import assay.core.domain.SourceFile;
import assay.server.store.ComparisonState;
import assay.server.store.Comparisons;
import assay.server.store.Database;
import assay.server.store.Likenesses;
import assay.server.store.PublishedAssignment;
import assay.server.store.Results;
import assay.server.store.Store;
import assay.server.store.StoredComparison;
import assay.server.store.StoredPair;
import assay.server.store.StoredSubmission;
import assay.server.testing.FakeComparer;
import assay.server.testing.TestCourse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comparing what counts, on every database. */
abstract class ComparingContract {
    private static final SourceFile STARTER = new SourceFile("Start.java", "class Start {}");

    @SuppressWarnings("NullAway.Init") // before each
    private TestCourse course;

    @SuppressWarnings("NullAway.Init") // before each
    private Store store;

    @SuppressWarnings("NullAway.Init") // before each
    private PublishedAssignment published;

    @SuppressWarnings("NullAway.Init") // before each
    private Comparing comparing;

    abstract Database empty();

    @BeforeEach
    void a_course() {
        course = new TestCourse(empty(), "ada", "bob", "eve", "zoe");
        store = course.store();
        published = course.published();
        comparing = new Comparing(store);
    }

    @AfterEach
    void stop() {
        comparing.close();
        course.close();
    }

    private StoredSubmission graded(String person, String content, String points) {
        return graded(person, "Conv.java", content, points);
    }

    private StoredSubmission graded(String person, String name, String content, String points) {
        StoredSubmission submission = course.handIn(person, name, content);
        course.grade(submission, Results.of(person, points));
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
        course.handIn("zoe", "Zoe.java", "class NotGraded {}");

        StoredComparison ended = ended(asked(Optional.of(
                        new Comparing.Given("Given.java", "class Given {}".getBytes(StandardCharsets.UTF_8))))
                .id());

        assertThat(ended.state()).isEqualTo(ComparisonState.DONE);
        assertThat(ended.compared()).isEqualTo(2);
        assertThat(comparer.compared()).containsExactly("class Best {}", "class Bob {}");
        assertThat(comparer.given()).extracting(SourceFile::text).containsExactly("class Start {}", "class Given {}");
        store.read(tx -> {
            Likenesses likenesses = new Likenesses(tx);
            assertThat(likenesses.pairs(ended.id()))
                    .containsExactly(new StoredPair(1, ada.id(), bob.id(), 0.875, 1, 42));
            assertThat(likenesses.stretches(ended.id(), 1))
                    .containsExactly(new Stretch(
                            new Stretch.Place("Conv.java", 1, 2), new Stretch.Place("Conv.java", 1, 2), 42));
            assertThat(likenesses.stretches(ended.id(), 2)).isEmpty();
            assertThat(likenesses.leftOut(ended.id())).extracting(LeftOut::id).containsExactly(eve.id());
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
