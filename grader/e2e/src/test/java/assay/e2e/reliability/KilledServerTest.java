package assay.e2e.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import assay.e2e.hostile.OwnedContainers;
import assay.sandbox.testing.ReadyEngine;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A23: SIGKILL for a server that grades in containers, while one of them runs for ever. */
@Tag("docker")
final class KilledServerTest {
    private static final String GRADED = "select count(*) from gradings where state = 'GRADED'";
    private static final String RUNNING = "select count(*) from gradings where state = 'RUNNING'";

    @Test
    void what_was_under_way_is_graded_once_more_and_no_container_is_left(@TempDir Path work) throws Exception {
        assertThat(ReadyEngine.images()).isNotNull();
        long last;
        try (LoneServer server = LoneServer.start(work, Map.of(), "--drain", "5")) {
            assertThat(server.grades()).as(server.said()).isTrue();
            Course course = Course.make(server.store(), server.address(), server.client(), 2);
            course.handIn(0, "loop", loop());
            server.await(RUNNING, 1);
            course.handIn(1, "honest", Work.BOTH.json(1, 0));
            long killed = server.process().pid();
            // A moment after the grading: its state is kept before anything is started.
            server.await(
                    "no container is there", () -> !OwnedContainers.of(killed).isEmpty());

            server.kill();
            leaseRunsOut(server);
            server.startAgain();

            assertThat(server.grades()).as(server.said()).isTrue();
            assertThat(OwnedContainers.of(killed)).isEmpty();
            server.await(GRADED, 2);
            assertThat(server.count("select tries from gradings where person = 'student-0'"))
                    .isEqualTo(2);
            assertThat(server.count("select count(*) from gradings where person = 'student-0' and verdict = 'TLE'"))
                    .isEqualTo(1);
            assertThat(server.count("select count(*) from gradings where person = 'student-1' and verdict = 'AC'"))
                    .isEqualTo(1);
            last = server.process().pid();
        }
        assertThat(OwnedContainers.of(last)).isEmpty();
    }

    /** It takes a minute, for which nobody has to wait here. */
    private static void leaseRunsOut(LoneServer server) {
        server.store()
                .write(tx -> tx.handle()
                        .createUpdate("update scheduled_tasks set last_heartbeat = :long_ago where picked = :picked")
                        .bind(
                                "long_ago",
                                Timestamp.from(InstantSource.system().instant().minus(Duration.ofDays(1))))
                        .bind("picked", true)
                        .execute());
    }

    private static String loop() {
        return JsonMapper.shared().writeValueAsString(Map.of("files", Map.of("Loop.java", """
            import assay.kernels.Relu;
            import assay.kernels.Tensor;

            public final class Loop implements Relu {
                @Override
                public Tensor relu(Tensor input) {
                    while (true) {}
                }
            }
            """)));
    }
}
