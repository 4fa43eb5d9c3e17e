package assay.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.sandbox.doctor.Check.Status;
import assay.sandbox.doctor.EngineFacts.Limit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EngineChecksTest {
    @Test
    void a_good_engine_has_nothing_to_be_said_against_it() {
        assertThat(EngineChecks.of(
                        facts(EnumSet.allOf(Limit.class), List.of("name=seccomp,profile=default"), "1.4.3"), "runc"))
                .extracting(Check::status)
                .containsOnly(Status.OK);
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void a_limit_that_is_not_kept_is_told(Limit missing) {
        Set<Limit> limits = EnumSet.complementOf(EnumSet.of(missing));

        Map<String, Status> checks = statuses(facts(limits, List.of("name=seccomp"), "1.4.3"), "runc");

        assertThat(checks).containsEntry(missing.words(), missing == Limit.SWAP ? Status.WARN : Status.FAIL);
        assertThat(checks.values()).filteredOn(status -> status != Status.OK).hasSize(1);
    }

    @Test
    void without_seccomp_strangers_code_should_not_run() {
        assertThat(statuses(facts(EnumSet.allOf(Limit.class), List.of(), "1.4.3"), "runc"))
                .containsEntry("seccomp", Status.FAIL);
    }

    @Test
    void a_runtime_that_the_engine_does_not_know_is_told() {
        assertThat(statuses(facts(EnumSet.allOf(Limit.class), List.of("name=seccomp"), "1.4.3"), "runsc"))
                .containsEntry("container runtime", Status.FAIL);
    }

    @Test
    void gvisor_stands_between_a_submission_and_the_kernel() {
        assertThat(statuses(facts(EnumSet.allOf(Limit.class), List.of("name=seccomp"), "1.0.0"), "runsc"))
                .doesNotContainKeys("runc", "kernel", "CVE-2024-21626");
    }

    private static Map<String, Status> statuses(EngineFacts facts, String runtime) {
        return EngineChecks.of(facts, runtime).stream().collect(Collectors.toMap(Check::name, Check::status));
    }

    private static EngineFacts facts(Set<Limit> limits, List<String> security, String runc) {
        return new EngineFacts(
                "28.0.0",
                "1.44",
                "tcp://elsewhere:2376",
                Set.of("runc"),
                "2, systemd",
                limits,
                security,
                Map.of("docker", "29.3.1", "runc", runc, "kernel", "6.12.1"),
                false);
    }
}
