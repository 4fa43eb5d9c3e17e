package assay.e2e.reliability;

import assay.core.domain.Digests;
import assay.server.store.Ids;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A term made up: ten assignments a course, ten submissions of each student to each, all graded; in the columns of an older
 * schema, which whatever comes later has to make up for.
 */
final class TermRows {
    /** The version of the schema whose columns these are. */
    static final String VERSION = "104";

    private static final int ASSIGNMENTS = 10;
    private static final int SUBMISSIONS = 10;
    private static final Instant BEGIN = Instant.parse("2026-02-16T08:00:00Z");
    private static final String TEACHER = "tess";

    private final Store store;
    private final int courses;
    private final int largest;
    private final int usual;
    private final Random random = new Random(1);

    TermRows(Store store, int courses, int largest, int usual) {
        this.store = store;
        this.courses = courses;
        this.largest = largest;
        this.usual = usual;
    }

    void write() {
        String yaml = new String(Course.yaml(), StandardCharsets.UTF_8);
        byte[] content = {1};
        String digest = Digests.of(content);
        store.write(tx -> {
            people(tx);
            for (int course = 0; course < courses; course++) {
                course(tx, course, yaml);
            }
            return tx.handle().execute("insert into blobs (digest, content) values (?, ?)", digest, content);
        });
        store.write(tx -> {
            copy(tx, digest);
            return true;
        });
        store.write(TermRows::derive);
        store.read(tx -> tx.handle().execute("vacuum analyze"));
    }

    private int students(int course) {
        return course == 0 ? largest : usual;
    }

    private void people(Tx tx) {
        tx.handle().execute("insert into people (id, name, email) values (?, 'Tess', '')", TEACHER);
        tx.handle()
                .execute(
                        "insert into people (id, name, email) select 'p' || i, 'Student ' || md5(i::text), ''"
                                + " from generate_series(0, ? - 1) i",
                        largest + usual * (courses - 1));
    }

    private int first(int course) {
        return course == 0 ? 0 : largest + usual * (course - 1);
    }

    private void course(Tx tx, int course, String yaml) {
        String id = "term" + course;
        tx.handle().execute("insert into courses (id, title, created_at) values (?, ?, 0)", id, "Course " + course);
        tx.handle()
                .execute(
                        "insert into members (course, person, role, since) values (?, ?, 'INSTRUCTOR', 0)",
                        id,
                        TEACHER);
        tx.handle()
                .execute(
                        "insert into members (course, person, role, since) select ?, 'p' || i, 'STUDENT', 0"
                                + " from generate_series(?, ?) i",
                        id,
                        first(course),
                        first(course) + students(course) - 1);
        for (int assignment = 0; assignment < ASSIGNMENTS; assignment++) {
            assignment(tx, id, assignment, yaml);
        }
    }

    private static void assignment(Tx tx, String course, int assignment, String yaml) {
        byte[] own = yaml.replace("id: hw\n", "id: hw" + assignment + "\n").getBytes(StandardCharsets.UTF_8);
        tx.handle()
                .execute(
                        "insert into assignments (course, id, version, title, deadline, digest, yaml, published_at,"
                                + " published_by) values (?, ?, 1, 'Homework', ?, ?, ?, ?, ?)",
                        course,
                        "hw" + assignment,
                        due(assignment).toEpochMilli(),
                        Digests.of(own),
                        own,
                        BEGIN.toEpochMilli(),
                        TEACHER);
        tx.handle()
                .execute(
                        "insert into rules (course, assignment, version, cool_down, counting, needs, set_at, set_by)"
                                + " values (?, ?, 1, 0, 'BEST', 'cpu', ?, ?)",
                        course,
                        "hw" + assignment,
                        BEGIN.toEpochMilli(),
                        TEACHER);
    }

    private static Instant due(int assignment) {
        return BEGIN.plus(Duration.ofDays(7L * (assignment + 1)));
    }

    private void copy(Tx tx, String digest) {
        try {
            CopyIn copy = tx.handle()
                    .getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy submissions (id, course, assignment, person, submitted_at, handed_in_by, file_name,"
                            + " digest, rules_version) from stdin");
            for (int course = 0; course < courses; course++) {
                for (int student = first(course); student < first(course) + students(course); student++) {
                    rows(copy, course, student, digest);
                }
            }
            copy.endCopy();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private void rows(CopyIn copy, int course, int student, String digest) throws SQLException {
        for (int row = 0; row < ASSIGNMENTS * SUBMISSIONS; row++) {
            int assignment = row / SUBMISSIONS;
            Instant at = due(assignment).minusMillis(random.nextInt(6 * 86_400_000));
            String line = String.join(
                    "\t",
                    Ids.at(at),
                    "term" + course,
                    "hw" + assignment,
                    "p" + student,
                    Long.toString(at.toEpochMilli()),
                    "p" + student,
                    "submission.zip",
                    digest,
                    "1\n");
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
    }

    /** A grading for each submission, a record of some size for each grading, a grade for each student. */
    private static boolean derive(Tx tx) {
        tx.handle()
                .execute(
                        "insert into gradings (id, submission, course, assignment, assignment_version, person, state,"
                                + " reason, cause, batch, applied_at, urgency, base_tag, tries, worker, queued_at, started_at, ended_at,"
                                + " cases_done, cases_total, verdict, raw, penalty, total, maximum, days_late)"
                                + " select id, id, course, assignment, 1, person, 'GRADED', '', 'HAND_IN', '', submitted_at, 'WAITING',"
                                + " 1, 1, 'w', submitted_at, submitted_at, submitted_at + 900, 4, 4,"
                                + " case when score = 10 then 'AC' else 'WA' end, score * 1000000, 0, score * 1000000, 10000000, 0"
                                + " from (select s.*, abs(hashtext(id)) % 11 as score from submissions s where course like 'term%') x");
        tx.handle()
                .execute("insert into records (grading, json) select id, decode(repeat(md5(id), 24), 'hex')"
                        + " from gradings where course like 'term%'");
        tx.handle()
                .execute("insert into grades (course, assignment, person, grading, points, maximum, verdict,"
                        + " days_late, overridden_by, version, changed_at)"
                        + " select distinct on (course, assignment, person) course, assignment, person, id, total, maximum,"
                        + " verdict, 0, null, 1, ended_at from gradings where course like 'term%'"
                        + " order by course, assignment, person, total desc");
        tx.handle()
                .execute("insert into audit (id, at, actor, action, course, subject, detail)"
                        + " select id, submitted_at, person, 'handed in', course, id, digest from submissions"
                        + " where course like 'term%'");
        return true;
    }
}
