package assay.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RuntimeChecksTest {
    @Test
    void the_holes_of_an_old_runtime_are_told_also_without_an_engine() {
        List<Check> checks = RuntimeChecks.of(description("runc", "1.0.0-rc6", "root"));

        assertThat(checks)
                .filteredOn(check -> check.name().equals("CVE-2019-5736"))
                .singleElement()
                .satisfies(check -> assertThat(check.remedy()).contains("update runc"));
    }

    @Test
    void a_new_one_is_none() {
        List<Check> checks = RuntimeChecks.of(description("runc", "99.0.0", "root"));

        assertThat(checks)
                .extracting(Check::name)
                .contains("container runtime", "control groups", "rights", "users of a container", "runc");
        assertThat(checks.stream().filter(check -> check.name().startsWith("CVE")))
                .isEmpty();
    }

    @Test
    void gvisor_stands_before_the_holes_of_runc_and_kernel() {
        assertThat(RuntimeChecks.of(description("runsc", "20221128", "root")))
                .extracting(Check::name)
                .containsExactly("container runtime", "control groups", "rights");
    }

    @Test
    void whose_rights_set_a_container_up_is_told() {
        assertThat(RuntimeChecks.of(description("runc", "99.0.0", "user")))
                .filteredOn(check -> check.name().equals("rights"))
                .singleElement()
                .satisfies(check -> assertThat(check.detail()).startsWith("no root"));
    }

    @Test
    void users_that_are_the_machines_are_told() {
        Map<String, String> shared = new HashMap<>(description("runc", "99.0.0", "root"));
        shared.put("users", "the machine's");

        assertThat(RuntimeChecks.of(description("runc", "99.0.0", "root")))
                .contains(Check.ok("users of a container", "nobody's, and no other container's"));
        assertThat(RuntimeChecks.of(shared))
                .filteredOn(check -> check.name().equals("users of a container"))
                .singleElement()
                .satisfies(check -> assertThat(check.status()).isEqualTo(Check.Status.WARN));
    }

    private static Map<String, String> description(String runtime, String version, String rights) {
        return Map.of(
                "runtime", runtime,
                "runtime.version", version,
                "cgroups", "2",
                "rights", rights,
                "users", "of each container's own");
    }
}
