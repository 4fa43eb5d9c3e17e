package assay.e2e.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.e2e.hostile.FakeTime;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine's clock is set forward and back by a month and more while students hand in at a server of its own process:
 * nobody's token ends, nobody is late, and everything is graded once.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
final class ServerClockTest {
    private static final List<String> JUMPS = List.of("+30d", "-30d", "+0d", "+400d", "-1d", "+0d");

    /** For the server to see the time that it is told. */
    private static final long SEEN_WITHIN_MILLIS = 1500;

    private static final Duration A_BUSY_MACHINE = Duration.ofMinutes(10);

    @Test
    void a_clock_that_jumps_ends_no_token_makes_nobody_late_and_loses_nothing(@TempDir Path work) throws Exception {
        Optional<FakeTime> time = FakeTime.by(work.resolve("time"));
        assumeTrue(time.isPresent(), "there is no libfaketime (Debian's package faketime)");
        try (LoneServer server =
                LoneServer.start(work, time.get().environment(), "--sandbox", "process", "--drain", "5")) {
            assertThat(server.grades()).as(server.said()).isTrue();
            Course course = Course.make(server.store(), server.address(), server.client(), JUMPS.size());
            for (int student = 0; student < JUMPS.size(); student++) {
                time.get().set(JUMPS.get(student));
                assertThat(new CountDownLatch(1).await(SEEN_WITHIN_MILLIS, TimeUnit.MILLISECONDS))
                        .isFalse();

                HttpResponse<String> answer = course.handIn(student, "once", Work.BOTH.json(student, 0));

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            }
            server.await("select count(*) from gradings where state = 'GRADED'", JUMPS.size());

            assertThat(server.said()).contains("the machine's clock jumped by");
            assertThat(server.count("select count(*) from gradings where verdict = 'AC' and tries = 1"))
                    .isEqualTo(JUMPS.size());
            long now = InstantSource.system().instant().toEpochMilli();
            long apart = A_BUSY_MACHINE.toMillis();
            assertThat(server.count("select count(*) from submissions where submitted_at between " + (now - apart)
                            + " and " + (now + apart)))
                    .isEqualTo(JUMPS.size());
        }
    }
}
