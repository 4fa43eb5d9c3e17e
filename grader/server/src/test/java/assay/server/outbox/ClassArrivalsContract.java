package assay.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.store.Database;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.Tx;
import assay.server.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each grade of a class is on its way to the platforms; the same in every database. */
abstract class ClassArrivalsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @SuppressWarnings("NullAway.Init") // before each
    private Database database;

    @SuppressWarnings("NullAway.Init") // before each
    private Store store;

    abstract Database empty();

    @BeforeEach
    void a_course() {
        database = empty();
        store = new Store(database.source(), new SettableClock(NOW));
        store.write((Tx tx) -> {
            for (String id : List.of("ada", "bob", "tess")) {
                tx.people().put(id, id, "");
            }
            for (String course : List.of("nn", "other")) {
                tx.courses().add(course, "Neural networks");
                tx.people().enrol(course, "ada", Role.STUDENT);
                tx.people().enrol(course, "bob", Role.STUDENT);
                tx.courses()
                        .publish(new PublishedAssignment(
                                course, "hw", 1, "Homework", NOW.plusSeconds(60), "d", new byte[] {1}, NOW, "tess"));
            }
            return true;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static void platform(Tx tx) {
        tx.handle()
                .execute(
                        "insert into lti_registrations (id, issuer, client_id, login_address, token_address,"
                                + " keys_address, audience, product, active, created_at) values ('r', 'https://lms.invalid', 'c',"
                                + " 'https://lms.invalid/l', 'https://lms.invalid/t', 'https://lms.invalid/k', 'a', 'moodle', 1, 0)");
    }

    /** @param item where grades of it go; empty where there is no column yet */
    private static void column(Tx tx, String item) {
        tx.handle()
                .execute(
                        "insert into lti_links (registration, deployment, context, link, course, assignment, line_item,"
                                + " line_items, scopes) values ('r', 'd', 'x', ?, 'nn', 'hw', ?, '', '')",
                        "link" + item,
                        item);
    }

    private static void knows(Tx tx, String person) {
        tx.handle()
                .execute("insert into lti_people (registration, subject, person) values ('r', ?, ?)", person, person);
    }

    private static void grade(Tx tx, String person, @Nullable String points, int version) {
        tx.handle()
                .createUpdate("insert into grades (course, assignment, person, points, maximum, days_late, version,"
                        + " changed_at) values ('nn', 'hw', :person, :points, :maximum, 0, :version, 0)")
                .bind("person", person)
                .bind("points", Optional.ofNullable(points).map(Points::of))
                .bind("maximum", Points.of("10"))
                .bind("version", version)
                .execute();
    }

    private static void score(Tx tx, String person, String item, String state) {
        tx.handle()
                .execute(
                        "insert into lti_scores (registration, line_item, subject, course, assignment, person, version,"
                                + " given, maximum, comment, state, tries, last_answer, changed_at) values ('r', ?, ?, 'nn',"
                                + " 'hw', ?, 1, 0, 10000000, '', ?, 1, '', 0)",
                        item,
                        person,
                        person,
                        state);
    }

    private static void keepBack(Tx tx) {
        tx.courses()
                .set(new CourseRules(
                        "nn",
                        "hw",
                        1,
                        Optional.empty(),
                        Duration.ZERO,
                        Counting.BEST,
                        Optional.of(NOW.plusSeconds(1)),
                        1,
                        Optional.empty(),
                        "cpu",
                        NOW,
                        "tess"));
    }

    private Map<String, Standing> standings() {
        return store.read(tx -> new ClassArrivals(tx).of("nn", "hw"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # points, column, known, states,            version, kept,  standing
        7,        false,  false, -,                 1,       false, NOWHERE
        7,        false,  true,  -,                 1,       false, NOWHERE
        7,        true,   false, -,                 1,       false, NOWHERE
        7,        true,   false, -,                 1,       true,  NOWHERE
        7,        true,   true,  -,                 1,       false, WAITING
        7,        true,   true,  -,                 1,       true,  KEPT_BACK
        -,        true,   true,  -,                 1,       false, -
        7,        true,   true,  WAITING,           1,       false, WAITING
        7,        true,   true,  DELIVERED,         1,       false, ARRIVED
        7,        true,   true,  DELIVERED,         2,       false, WAITING
        7,        true,   true,  DELIVERED,         2,       true,  KEPT_BACK
        -,        true,   true,  DELIVERED,         1,       false, ARRIVED
        7,        true,   true,  HELD,              1,       false, HELD
        7,        true,   true,  REFUSED,           1,       false, REFUSED
        7,        true,   true,  GIVEN_UP,          1,       false, GIVEN_UP
        7,        true,   true,  DELIVERED REFUSED, 1,       false, REFUSED
        7,        true,   true,  HELD WAITING,      1,       false, HELD
        """)
    void each_grade_stands_where_it_is_worst(
            @Nullable String points,
            boolean column,
            boolean known,
            @Nullable String states,
            int version,
            boolean kept,
            @Nullable Standing standing) {
        store.write(tx -> {
            platform(tx);
            column(tx, column ? "https://lms.invalid/1" : "");
            if (known) {
                knows(tx, "ada");
            }
            if (kept) {
                keepBack(tx);
            }
            grade(tx, "ada", points, version);
            for (String state : states == null ? new String[0] : states.split(" ")) {
                score(tx, "ada", "https://lms.invalid/" + state, state);
            }
            return true;
        });

        assertThat(Optional.ofNullable(standings().get("ada"))).isEqualTo(Optional.ofNullable(standing));
    }

    @Test
    void everybody_of_a_class_has_a_standing_of_their_own() {
        store.write(tx -> {
            platform(tx);
            column(tx, "https://lms.invalid/1");
            column(tx, "https://lms.invalid/2");
            knows(tx, "ada");
            grade(tx, "ada", "7", 1);
            grade(tx, "bob", "8", 1);
            score(tx, "bob", "https://lms.invalid/1", "DELIVERED");
            return true;
        });

        assertThat(standings()).isEqualTo(Map.of("ada", Standing.WAITING, "bob", Standing.ARRIVED));
        assertThat(store.<Map<String, Standing>>read(tx -> new ClassArrivals(tx).of("other", "hw")))
                .isEmpty();
    }

    @Test
    void a_course_of_which_no_platform_knows_is_not_connected() {
        store.write(tx -> {
            platform(tx);
            column(tx, "");
            return true;
        });

        assertThat(store.<Boolean>read(tx -> new ClassArrivals(tx).connected("nn")))
                .isTrue();
        assertThat(store.<Boolean>read(tx -> new ClassArrivals(tx).connected("other")))
                .isFalse();
    }
}
