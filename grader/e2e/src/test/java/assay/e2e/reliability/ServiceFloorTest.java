package assay.e2e.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.sandbox.testing.ReadyEngine;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** B12: {@code serve} and {@code worker} grade on no machine below the floor unless they are told to, and then say so. */
@Tag("docker")
final class ServiceFloorTest {
    private static final String REFUSED = "Strangers' code should not be graded on this machine:";
    private static final String MISSING = "process limit: not kept by this kernel or engine";
    private static final String PROVENANCE = "\"below: process limit\"";
    private static final int USAGE = 2;
    private static final int TRIES = 2400;

    @SuppressWarnings("NullAway.Init") // before each
    private Path work;

    @SuppressWarnings("NullAway.Init") // before each
    private ThinEngine engine;

    @BeforeEach
    void an_engine_that_limits_no_processes() throws IOException {
        assumeTrue(
                "unix".equals(ReadyEngine.get().endpoint().getScheme())
                        && Files.exists(Path.of("/var/run/docker.sock")),
                "it takes the system's own engine");
        assertThat(ReadyEngine.images()).isNotNull();
        work = Files.setPosixFilePermissions(
                Files.createTempDirectory("assay-floor"), PosixFilePermissions.fromString("rwxr-xr-x"));
        engine = ThinEngine.in(work);
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    @Test
    void a_server_refuses_and_says_what_is_missing() throws Exception {
        try (LoneServer server = LoneServer.start(work, engine.environment())) {
            assertThat(server.grades()).isFalse();
            assertThat(server.process().exitValue()).as(server.said()).isEqualTo(USAGE);
            assertThat(server.said()).contains(REFUSED, MISSING, "--below-floor");
        }
    }

    @Test
    void a_server_that_is_told_to_grades_and_its_results_say_so() throws Exception {
        try (LoneServer server = LoneServer.start(work, engine.environment(), "--below-floor", "--drain", "5")) {
            assertThat(server.grades()).as(server.said()).isTrue();
            Course course = Course.make(server.store(), server.address(), server.client(), 1);
            course.handIn(0, "once", Work.BOTH.json(0, 0));
            server.await("select count(*) from gradings where state = 'GRADED'", 1);

            assertThat(record(server.store())).contains(PROVENANCE);
        }
    }

    @Test
    void a_worker_does_as_a_server_does() throws Exception {
        try (Service service = Service.start(work, List.of())) {
            Course course = Course.make(service.store(), service.address(), service.client(), 1);
            course.handIn(0, "once", Work.BOTH.json(0, 0));
            Path log = work.resolve("worker-0.log");
            try (Kept refusing = service.worker(0, "127.0.0.1", List.of(), engine.environment(), List.of())) {
                for (int tries = 0; tries < TRIES && !read(log).contains("--below-floor"); tries++) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                assertThat(read(log))
                        .contains(REFUSED, MISSING, "--below-floor")
                        .doesNotContain("Grading begins");
                assertThat(refusing.starts()).isPositive();
            }
            try (Kept told =
                    service.worker(1, "127.0.0.1", List.of(), engine.environment(), List.of("--below-floor"))) {
                for (int tries = 0;
                        tries < TRIES && service.count("select count(*) from gradings where state = 'GRADED'") == 0;
                        tries++) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                assertThat(told.starts()).isEqualTo(1);
            }
            assertThat(record(service.store())).contains(PROVENANCE);
        }
    }

    private static String record(Store store) {
        byte[] record = store.read(tx -> tx.submissions().of(Course.ID, Course.HOMEWORK, 1).stream()
                        .findFirst()
                        .flatMap(submission -> tx.gradings().ofSubmission(submission.id()))
                        .map(StoredGrading::id)
                        .flatMap(tx.gradings()::record))
                .orElseThrow();
        return new String(record, StandardCharsets.UTF_8);
    }

    private static String read(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
