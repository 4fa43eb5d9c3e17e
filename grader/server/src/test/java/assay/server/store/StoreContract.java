package assay.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.Extension;
import assay.core.domain.GraderFault;
import assay.core.domain.Points;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do alike. */
abstract class StoreContract {
    private static final Instant START = Instant.parse("2026-03-29T00:59:59.987Z"); // an hour before clocks change

    private final SettableClock clock = new SettableClock(START);

    @SuppressWarnings("NullAway.Init") // before each
    private Store store;

    abstract Database empty();

    @BeforeEach
    void a_course() {
        store = new Store(empty().source(), clock);
        store.write((Tx tx) -> {
            tx.people().put("ada", "Ada Lovelace", "ada@example.org");
            tx.people().put("tess", "Tess Teacher", "");
            tx.courses().add("nn", "Neural networks");
            tx.people().enrol("nn", "ada", Role.STUDENT);
            tx.people().enrol("nn", "tess", Role.INSTRUCTOR);
            tx.courses().publish(version(1));
            tx.courses().set(CourseRules.open("nn", "hw", START, "tess"));
            return true;
        });
    }

    private static PublishedAssignment version(int version) {
        return new PublishedAssignment(
                "nn",
                "hw",
                version,
                "Homework",
                START.plusSeconds(60),
                "d" + version,
                new byte[] {1, 2},
                START,
                "tess");
    }

    @Test
    void what_is_written_comes_back_to_the_millisecond() {
        store.write((Tx tx) -> {
            tx.courses().publish(version(2));
            return tx.courses().publish(version(1));
        });

        PublishedAssignment read =
                store.read((Tx tx) -> tx.courses().assignment("nn", "hw")).orElseThrow();

        assertThat(read.version()).isEqualTo(2);
        assertThat(read.publishedAt()).isEqualTo(START);
        assertThat(read.yaml()).containsExactly(1, 2);
        assertThat(store.read((Tx tx) -> tx.courses().assignments("nn"))).hasSize(1);
        assertThat(store.read((Tx tx) -> tx.courses().rules("nn", "hw")))
                .contains(CourseRules.open("nn", "hw", START, "tess"));
    }

    @Test
    void what_belongs_together_is_written_together_or_not_at_all() {
        assertThatThrownBy(() -> store.write((Tx tx) -> {
                    tx.courses().add("other", "Another course");
                    tx.audit("tess", "course added", "other", "", "");
                    throw new IllegalStateException("broken on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.read((Tx tx) -> tx.courses().find("other"))).isEmpty();
        assertThat(store.read((Tx tx) -> tx.courses().audit("other", 10))).isEmpty();
    }

    @Test
    void rows_that_point_to_nothing_are_refused() {
        assertThatThrownBy(() -> store.write((Tx tx) -> {
                    tx.people().enrol("nowhere", "ada", Role.STUDENT);
                    return true;
                }))
                .isInstanceOf(GraderFault.class);
    }

    @Test
    void the_same_content_is_kept_once() {
        byte[] content = {5, 6, 7};
        String digest = store.write((Tx tx) -> tx.submissions().keep(content));

        assertThat(store.write((Tx tx) -> tx.submissions().keep(content))).isEqualTo(digest);
        assertThat(store.read((Tx tx) -> tx.submissions().content(digest)).orElseThrow())
                .containsExactly(content);
    }

    @Test
    void whose_many_submissions_are_is_one_question() {
        Map<String, List<Person>> owners = store.write((Tx tx) -> {
            tx.people().put("zoe", "Zoe", "");
            String digest = tx.submissions().keep(new byte[] {1});
            StoredSubmission team = tx.submissions().add("nn", "hw", "zoe", "zoe", "a.java", digest, 1);
            StoredSubmission own = tx.submissions().add("nn", "hw", "ada", "ada", "b.java", digest, 1);
            tx.submissions().share(team.id(), "tess");
            tx.submissions().share(team.id(), "ada");
            return tx.submissions().owners(List.of(own.id(), team.id(), "none")).entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().equals(own.id()) ? "own" : "team", Map.Entry::getValue));
        });

        assertThat(owners.get("own")).extracting(Person::name).containsExactly("Ada Lovelace");
        assertThat(owners.get("team")).extracting(Person::id).containsExactly("zoe", "ada", "tess");
        assertThat(owners).hasSize(2);
        assertThat(store.read((Tx tx) -> tx.submissions().owners(List.of()))).isEmpty();
    }

    @Test
    void a_grading_ends_once_however_many_workers_come_to_its_end() {
        String id = queued();
        store.write((Tx tx) -> tx.gradings().start(id, "w1"));
        store.write((Tx tx) -> tx.gradings().start(id, "w2"));

        assertThat(store.write((Tx tx) -> tx.gradings().finish(id, Results.of("ada", "7.5"), new byte[] {1})))
                .isTrue();
        assertThat(store.write((Tx tx) -> tx.gradings().finish(id, Results.of("ada", "0"), new byte[] {2})))
                .isFalse();
        assertThat(store.write((Tx tx) -> tx.gradings().setAside(id, "late"))).isFalse();

        StoredGrading ended = store.read((Tx tx) -> tx.gradings().find(id)).orElseThrow();
        assertThat(ended.state()).isEqualTo(GradingState.GRADED);
        assertThat(ended.total()).contains(Points.of("7.5"));
        assertThat(ended.tries()).isEqualTo(2);
        assertThat(store.read((Tx tx) -> tx.gradings().record(id)).orElseThrow())
                .containsExactly(1);
    }

    @Test
    void a_grade_counts_up_only_where_something_changed() {
        String id = queued();
        store.write((Tx tx) -> tx.gradings().finish(id, Results.of("ada", "7.5"), new byte[0]));
        renew();
        renew();
        assertThat(grade().version()).isEqualTo(1);
        assertThat(grade().points()).contains(Points.of("7.5"));

        clock.advance(Duration.ofMinutes(1));
        store.write((Tx tx) -> {
            tx.grades().override("nn", "hw", "ada", Optional.of(Points.of("9")), "regraded by hand", "tess");
            return true;
        });
        renew();
        assertThat(grade().version()).isEqualTo(2);
        assertThat(grade().points()).contains(Points.of("9"));
        assertThat(grade().overriddenBy()).contains("tess");

        clock.advance(Duration.ofMinutes(1));
        store.write((Tx tx) -> {
            tx.grades().override("nn", "hw", "ada", Optional.empty(), "withdrawn", "tess");
            return true;
        });
        renew();
        assertThat(grade().points()).contains(Points.of("7.5"));
        assertThat(store.read((Tx tx) -> tx.grades().overrides("nn", "hw", "ada")))
                .hasSize(2);
    }

    @Test
    void the_newest_extension_holds() {
        store.write((Tx tx) -> {
            tx.grades().extend("nn", "hw", "ada", Optional.of(new Extension.By(Duration.ofDays(2))), "ill", "tess");
            return true;
        });
        clock.advance(Duration.ofSeconds(1));
        store.write((Tx tx) -> {
            tx.grades()
                    .extend("nn", "hw", "ada", Optional.of(new Extension.Until(START.plusSeconds(9))), "ill", "tess");
            return true;
        });

        assertThat(store.read((Tx tx) -> tx.grades().extension("nn", "hw", "ada"))
                        .orElseThrow()
                        .until())
                .contains(START.plusSeconds(9));
    }

    @Test
    void a_sign_in_link_works_once_and_in_time() {
        store.write((Tx tx) -> {
            tx.credentials().addLink("h1", "ada", START.plusSeconds(60));
            tx.credentials().addLink("h2", "ada", START.plusSeconds(60));
            return true;
        });
        assertThat(store.write((Tx tx) -> tx.credentials().useLink("h1"))).contains("ada");
        assertThat(store.write((Tx tx) -> tx.credentials().useLink("h1"))).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(store.write((Tx tx) -> tx.credentials().useLink("h2"))).isEmpty();
    }

    @Test
    void a_token_ends_by_time_or_by_hand() {
        Credential token = store.write(
                tx -> tx.credentials().addToken("hash", "ada", Scope.SUBMIT, "nn", "laptop", START.plusSeconds(60)));

        assertThat(store.read((Tx tx) -> tx.credentials().token("hash"))).contains(token);
        assertThat(store.write((Tx tx) -> tx.credentials().revoke(token.id(), "tess")))
                .isFalse();
        assertThat(store.write((Tx tx) -> tx.credentials().revoke(token.id(), "ada")))
                .isTrue();
        assertThat(store.read((Tx tx) -> tx.credentials().token("hash"))).isEmpty();
    }

    @Test
    void those_who_decide_about_one_student_wait_for_one_another() throws Exception {
        int callers = 8;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = IntStream.range(0, callers)
                    .mapToObj(_ -> threads.submit(() -> store.write((Tx tx) -> {
                        tx.people().lock("nn", "ada");
                        if (!tx.submissions().of("nn", "hw", "ada").isEmpty()) {
                            return false;
                        }
                        String digest = tx.submissions().keep(new byte[] {1});
                        tx.submissions().add("nn", "hw", "ada", "ada", "a.zip", digest, 1);
                        return true;
                    })))
                    .toList();
            int first = 0;
            for (Future<Boolean> one : all) {
                first += one.get() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        }
    }

    @Test
    void two_gradings_that_end_at_once_leave_the_one_that_counts() throws Exception {
        String older = queued();
        clock.advance(Duration.ofMinutes(1));
        String newer = queued();
        CountDownLatch renewed = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(() -> store.write((Tx tx) -> {
                finish(tx, newer, "3");
                renewed.countDown();
                return awaited(other);
            }));
            Future<Boolean> second = threads.submit(() -> {
                renewed.await();
                boolean ended = store.write((Tx tx) -> finish(tx, older, "8"));
                other.countDown();
                return ended;
            });
            assertThat(second.get()).isTrue();
            assertThat(first.get()).as("the second has waited for the first").isFalse();
        }

        assertThat(grade().points()).contains(Points.of("3"));
    }

    private static boolean finish(Tx tx, String grading, String points) {
        boolean ended = tx.gradings().finish(grading, Results.of("ada", points), new byte[0]);
        tx.grades().renew("nn", "hw", "ada", Counting.LAST, Points.of("10"));
        return ended;
    }

    /** Whether it came within a time in which it would have come if nothing had held it up. */
    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Grade grade() {
        return store.read((Tx tx) -> tx.grades().find("nn", "hw", "ada")).orElseThrow();
    }

    private void renew() {
        store.write((Tx tx) -> {
            tx.grades().renew("nn", "hw", "ada", Counting.BEST, Points.of("10"));
            return true;
        });
    }

    private String queued() {
        return store.write((Tx tx) -> {
            String digest = tx.submissions().keep(new byte[] {1});
            StoredSubmission submission = tx.submissions().add("nn", "hw", "ada", "ada", "a.zip", digest, 1);
            StoredGrading grading = StoredGrading.waiting(
                    Ids.at(tx.now()), submission, 1, Cause.HAND_IN, "", Urgency.WAITING, 1, 4, tx.now());
            tx.gradings().add(grading);
            return grading.id();
        });
    }
}
