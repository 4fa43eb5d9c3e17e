package assay.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.AssignmentReader;
import assay.core.domain.Digests;
import assay.server.course.HandIn;
import assay.server.course.HandInOutcome;
import assay.server.course.HandingIn;
import assay.server.queue.GradingQueue;
import assay.server.queue.Shelf;
import assay.server.testing.CutWire;
import assay.server.testing.Homework;
import assay.server.testing.Postgres;
import assay.server.testing.SettableClock;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away for a moment: nobody loses anything by it, and nothing is done twice. */
@Tag("slow")
final class PostgresOutageTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @SuppressWarnings("NullAway.Init") // before each
    private CutWire wire;

    @SuppressWarnings("NullAway.Init") // before each
    private Database database;

    @SuppressWarnings("NullAway.Init") // before each
    private Store store;

    @BeforeEach
    void open() throws IOException {
        DatabaseUrl direct = Postgres.emptyDatabase();
        int port = Integer.parseInt(direct.jdbc().replaceFirst("^.*:([0-9]+)/.*$", "$1"));
        wire = new CutWire(port);
        database = Database.open(new DatabaseUrl(
                direct.kind(), direct.jdbc().replace(":" + port + "/", ":" + wire.port() + "/"), "postgres", "x"));
        store = new Store(database.source(), new SettableClock(START));
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        wire.close();
    }

    @Test
    void what_was_broken_off_is_written_once_all_the_same() {
        AtomicInteger tries = new AtomicInteger();

        store.write(tx -> {
            tx.courses().add("nn", "Neural networks");
            if (tries.incrementAndGet() == 1) {
                wire.cut();
            }
            tx.audit("root", "course added", "nn", "", "");
            return true;
        });

        assertThat(tries).hasValueGreaterThan(1);
        assertThat(store.read((Tx tx) -> tx.courses().audit("nn", 10))).hasSize(1);
    }

    @Test
    void every_connection_is_cut_and_the_next_to_read_does_not_notice() {
        for (int time = 0; time < 5; time++) {
            wire.cut();
            assertThat(store.read((Tx tx) -> tx.courses().all())).isEmpty();
        }
    }

    @Test
    void a_submission_whose_commit_nobody_heard_of_is_there_once() {
        publish();

        wire.cut(); // the driver says COMMIT in words on a new connection only
        wire.loseNextCommit();
        HandInOutcome outcome = handIn();

        assertThat(outcome).isInstanceOf(HandInOutcome.Stored.class);
        assertThat(store.read((Tx tx) -> tx.submissions().of("nn", "hw", "ada")))
                .hasSize(1);
        assertThat(((HandInOutcome.Stored) outcome).repeated()).isTrue();
    }

    @Test
    void a_database_that_dies_while_the_job_is_queued_is_no_error_of_the_submission() {
        publish();
        // A sequence does not go back with its transaction: only the first insert kills its connection.
        store.write(tx -> tx.handle().execute("create sequence deaths"));
        store.write(tx -> tx.handle().execute("""
                create function die() returns trigger language plpgsql as $$
                begin
                    if nextval('deaths') = 1 then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return new;
                end $$"""));
        store.write(tx -> tx.handle()
                .execute("create trigger dies before insert on scheduled_tasks for each row execute function die()"));

        HandInOutcome outcome = handIn();

        assertThat(outcome).isInstanceOf(HandInOutcome.Stored.class);
        assertThat(store.read((Tx tx) -> tx.handle()
                        .createQuery("select count(*) from scheduled_tasks")
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(1);
    }

    private void publish() {
        byte[] yaml = Homework.yaml(1, START.plusSeconds(86_400).toString());
        store.write(tx -> {
            tx.people().put("ada", "Ada", "");
            tx.courses().add("nn", "Neural networks");
            tx.people().enrol("nn", "ada", Role.STUDENT);
            return tx.courses()
                    .publish(new PublishedAssignment(
                            "nn", "hw", 1, "Homework", START, Digests.of(yaml), yaml, START, "ada"));
        });
    }

    private HandInOutcome handIn() {
        HandingIn handingIn =
                new HandingIn(store, new Shelf(new AssignmentReader(Map.of())), new GradingQueue(), () -> {});
        return handingIn.handIn(
                new HandIn("nn", "hw", "ada", "ada", "A.java", new byte[] {1}, Optional.of("a key"), Optional.empty()));
    }

    @Test
    void who_is_cut_off_holds_no_lock_for_long() {
        String timeout = store.read(tx -> tx.handle()
                .createQuery("show idle_in_transaction_session_timeout")
                .mapTo(String.class)
                .one());

        assertThat(timeout).isEqualTo("30s");
    }
}
