package assay.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.sandbox.engine.EngineSetup;
import assay.sandbox.testing.ReadyEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DoctorTest {
    @Test
    @Tag("docker")
    void where_the_tests_run_strangers_code_may_run_too() {
        ReadyEngine.get();

        List<Check> checks = doctor(System.getenv()).examine();

        assertThat(checks)
                .extracting(Check::name)
                .contains("Java", "Docker engine", "memory limit", "seccomp", "images", "a container");
        assertThat(checks).extracting(Check::status).doesNotContain(Check.Status.FAIL);
    }

    @Test
    void without_an_engine_it_says_so() {
        List<Check> checks =
                doctor(Map.of("DOCKER_HOST", "unix:///no/such.sock")).examine();

        assertThat(checks).extracting(Check::name).containsExactly("Java", "Docker engine");
        assertThat(checks.getLast().status()).isEqualTo(Check.Status.FAIL);
    }

    private static Doctor doctor(Map<String, String> environment) {
        EngineSetup setup = new EngineSetup(environment, ReadyEngine.work().resolve("engine.log"));
        return new Doctor(setup, ReadyEngine.work(), "runc");
    }
}
