package assay.server.testing;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AssignmentReader;
import assay.core.domain.Digests;
import assay.core.domain.Points;
import assay.core.report.GradingJson;
import assay.core.result.Grading;
import assay.server.course.HandIn;
import assay.server.course.HandInOutcome;
import assay.server.course.HandingIn;
import assay.server.course.InForce;
import assay.server.queue.GradingQueue;
import assay.server.queue.Shelf;
import assay.server.store.Database;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A database with the course {@code nn} in it, and in that {@link Homework} as {@code hw}, without any server: {@code tess}
 * teaches. What is handed in and graded is so a second after whatever was before.
 */
public final class TestCourse implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant DUE = Instant.parse("2026-03-09T12:00:00Z");

    private final Database database;
    private final SettableClock clock = new SettableClock(START);
    private final Shelf shelf = new Shelf(new AssignmentReader(Map.of()));
    private final Store store;
    private final HandingIn handingIn;

    /** @param students who learn in it, by their ids */
    public TestCourse(Database database, String... students) {
        this(database, () -> {}, students);
    }

    /** @param wake is run when there is work */
    public TestCourse(Database database, Runnable wake, String... students) {
        this.database = requireNonNull(database, "database is null");
        this.store = new Store(database.source(), clock);
        this.handingIn = new HandingIn(store, shelf, new GradingQueue(), wake);
        store.write(tx -> {
            tx.people().put("tess", "Tess", "");
            return true;
        });
        add("nn", students);
    }

    /** Another course, with the same homework. */
    public void add(String course, String... students) {
        store.write(tx -> {
            tx.courses().add(course, "Course " + course);
            for (String student : students) {
                tx.people().put(student, student, "");
                tx.people().enrol(course, student, Role.STUDENT);
            }
            return tx.courses().publish(homework(course, 1));
        });
    }

    private PublishedAssignment homework(String course, int version) {
        byte[] yaml = Homework.yaml(version, DUE.toString());
        return new PublishedAssignment(
                course, Homework.ID, version, "Homework", DUE, Digests.of(yaml), yaml, clock.instant(), "tess");
    }

    /** A version of {@code nn}'s homework. */
    public PublishedAssignment publish(int version) {
        PublishedAssignment published = homework("nn", version);
        store.write(tx -> tx.courses().publish(published));
        return published;
    }

    public PublishedAssignment published() {
        return store.read(tx -> tx.courses().assignment("nn", Homework.ID)).orElseThrow();
    }

    /** As a student asks for it. */
    public static HandIn request(String course, String person, String file, String content) {
        return new HandIn(
                course,
                Homework.ID,
                person,
                person,
                file,
                content.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.empty());
    }

    public StoredSubmission handIn(String person, String file, String content) {
        clock.advance(Duration.ofSeconds(1));
        HandInOutcome outcome = handingIn.handIn(request("nn", person, file, content));
        return ((HandInOutcome.Stored) outcome).submission();
    }

    /** What waits of a submission. */
    public StoredGrading open(StoredSubmission submission) {
        return store.read(tx -> tx.gradings().open(100)).stream()
                .filter(one -> one.submission().equals(submission.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Ends what waits of a submission, as a worker does. */
    public StoredGrading grade(StoredSubmission submission, Grading outcome) {
        clock.advance(Duration.ofSeconds(1));
        StoredGrading open = open(submission);
        PublishedAssignment published = published();
        store.write(tx -> {
            tx.gradings().start(open.id(), "w");
            tx.gradings().finish(open.id(), outcome, GradingJson.bytes(outcome));
            for (String person : tx.submissions().owners(submission)) {
                tx.grades()
                        .renew(
                                "nn",
                                Homework.ID,
                                person,
                                InForce.rules(tx, published).counting(),
                                Points.of("10"));
            }
            return true;
        });
        return open;
    }

    public Database database() {
        return database;
    }

    public SettableClock clock() {
        return clock;
    }

    public Shelf shelf() {
        return shelf;
    }

    public Store store() {
        return store;
    }

    public HandingIn handingIn() {
        return handingIn;
    }

    @Override
    public void close() {
        database.close();
    }
}
