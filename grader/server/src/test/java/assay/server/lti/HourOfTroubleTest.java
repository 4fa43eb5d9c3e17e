package assay.server.lti;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.server.net.GuardedWeb;
import assay.server.net.NetworkPolicy;
import assay.server.net.Resolver;
import assay.server.outbox.ArrivalState;
import assay.server.outbox.RetrySchedule;
import assay.server.secret.Vault;
import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import assay.server.store.Store;
import assay.server.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * An hour in which a platform answers 429, 500, 409 and 401, resets, hangs, loses answers and lies, one request of
 * three: every grade arrives all the same, the newest last, and no later than the waits of the schedule say.
 */
@Tag("slow")
final class HourOfTroubleTest {
    private static final Logger logger = LoggerFactory.getLogger(HourOfTroubleTest.class);
    private static final int STUDENTS = 40;
    private static final int GRADES = 3;
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration HOUR = Duration.ofHours(1);
    /** The longest that the schedule lets pass between two tries, of what has failed through all of the hour. */
    private static final Duration LATEST =
            Duration.ofHours(10).plus(HOUR).multipliedBy(11).dividedBy(10);

    private final SettableClock clock = new SettableClock(Tokens.NOW);
    private final Random random = new Random(20260301);

    @ParameterizedTest
    @EnumSource(FakePlatform.Profile.class)
    void every_grade_arrives_in_order_and_by_the_schedule(FakePlatform.Profile profile, @TempDir Path folder)
            throws Exception {
        try (Database database = Database.open(DatabaseUrl.ofFile(folder.resolve("assay.db")))) {
            Store store = new Store(database.source(), clock);
            ToolKeys keys = new ToolKeys(store, new Vault("a key"));
            try (FakePlatform platform = new FakePlatform(profile, keys::published);
                    TroubledDoor door = new TroubledDoor(platform.at("/"), random)) {
                GuardedWeb web = new GuardedWeb(
                        NetworkPolicy.standard().trusting(Set.of(door.host())).upTo(10_000, Duration.ofMillis(150)),
                        Resolver.system());
                ScoreSender sender = new ScoreSender(
                        store, new ServiceTokens(web, keys, clock), web, RetrySchedule.standard(), random::nextDouble);
                lay(store, platform, door);

                hour(store, sender);
                door.calm();
                Duration after = untilAllArrived(store, sender);

                logger.warn(
                        "{}: {}; the last grade came {} after the hour; {} scores were taken",
                        profile,
                        door.counts(),
                        after,
                        platform.scores.size());
                assertThat(underWay(store)).isEmpty();
                assertThat(after).isLessThan(LATEST);
                assertThat(door.counts().keySet())
                        .as("all of it happened")
                        .hasSize(TroubledDoor.Trouble.values().length);
                check(store, platform);
            }
        }
    }

    private void lay(Store store, FakePlatform platform, TroubledDoor door) {
        Registration plain = platform.registration(true);
        store.write(tx -> {
            tx.courses().add("cs", "Kernels");
            new Registrations(tx)
                    .add(new Registration(
                            plain.id(),
                            plain.issuer(),
                            plain.clientId(),
                            plain.login(),
                            door.at("/token"),
                            plain.keys(),
                            plain.audience(),
                            plain.product(),
                            true));
            tx.handle()
                    .execute(
                            "insert into lti_links (registration, deployment, context, link, course, assignment,"
                                    + " line_item, line_items, scopes) values (?, '1', 'c', 'l', 'cs', 'hw', ?, '', ?)",
                            plain.id(),
                            door.at("/lineitem") + (plain.product().equals("moodle") ? "?type_id=7" : ""),
                            Lti.SCOPE_SCORE + " " + Lti.SCOPE_RESULT);
            for (int student = 0; student < STUDENTS; student++) {
                tx.people().put(name(student), name(student), "");
                tx.handle()
                        .execute(
                                "insert into lti_people (registration, subject, person) values (?, ?, ?)",
                                plain.id(),
                                name(student),
                                name(student));
            }
            return true;
        });
    }

    private static String name(int student) {
        return "student-" + student;
    }

    /** Each student is graded three times, the later the better, at some time of the hour. */
    private void hour(Store store, ScoreSender sender) {
        int looks = (int) (HOUR.toSeconds() / LOOK.toSeconds());
        int[][] when = new int[STUDENTS][GRADES];
        for (int[] own : when) {
            for (int grade = 0; grade < GRADES; grade++) {
                own[grade] = random.nextInt(looks * grade / GRADES, looks * (grade + 1) / GRADES);
            }
        }
        for (int look = 0; look < looks; look++) {
            for (int student = 0; student < STUDENTS; student++) {
                for (int grade = 0; grade < GRADES; grade++) {
                    if (when[student][grade] == look) {
                        grade(store, name(student), 1 + grade * STUDENTS + student);
                    }
                }
            }
            sender.sendDue();
            clock.advance(LOOK);
        }
    }

    private static void grade(Store store, String person, int points) {
        store.write(tx -> tx.handle()
                .createUpdate("insert into grades (course, assignment, person, points, maximum, days_late, version,"
                        + " changed_at) values ('cs', 'hw', :person, :points, :maximum, 0, 1, 0)"
                        + " on conflict (course, assignment, person) do update set points = excluded.points,"
                        + " version = grades.version + 1")
                .bind("person", person)
                .bind("points", Points.of(Integer.toString(points)))
                .bind("maximum", Points.of("200"))
                .execute());
    }

    private Duration untilAllArrived(Store store, ScoreSender sender) {
        Instant start = clock.instant();
        Duration after = Duration.ZERO;
        while (after.compareTo(LATEST) < 0 && !underWay(store).isEmpty()) {
            sender.sendDue();
            clock.advance(LOOK);
            after = Duration.between(start, clock.instant());
        }
        return after;
    }

    private static List<String> underWay(Store store) {
        return store.read(tx -> tx.handle()
                .createQuery("select person || ' ' || state || ' after ' || tries || ': ' || last_answer"
                        + " from lti_scores where state <> 'DELIVERED'")
                .mapTo(String.class)
                .list());
    }

    private static void check(Store store, FakePlatform platform) {
        for (int student = 0; student < STUDENTS; student++) {
            String name = name(student);
            int last = 1 + (GRADES - 1) * STUDENTS + student;
            assertThat(platform.held(name)).as(name).isEqualTo(last);
            List<Double> came = platform.scores.stream()
                    .filter(score -> score.path("userId").stringValue().equals(name))
                    .map(HourOfTroubleTest::points)
                    .toList();
            assertThat(came).as(name).isSorted().endsWith((double) last);
            Score score =
                    store.read(tx -> new StudentScores(tx).of("cs", "hw", name)).getFirst();
            assertThat(score.state()).isEqualTo(ArrivalState.DELIVERED);
        }
    }

    private static double points(JsonNode score) {
        return score.path("scoreGiven").doubleValue();
    }
}
