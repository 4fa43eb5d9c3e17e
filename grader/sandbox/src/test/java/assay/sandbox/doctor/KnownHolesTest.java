package assay.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.sandbox.doctor.Check.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownHolesTest {
    @ParameterizedTest
    @CsvSource({
        "runc, 1.1.11, CVE-2024-21626, true",
        "runc, 1.1.12, CVE-2024-21626, false",
        "runc, 1.2.0, CVE-2024-21626, false",
        "runc, 1.1.5+ds1-1+deb12u1, CVE-2024-21626, true",
        "runc, 1.0.99, CVE-2024-21626, true",
        "runc, 1.2.7, CVE-2025-31133, true",
        "runc, 1.2.8, CVE-2025-31133, false",
        "runc, 1.3.2, CVE-2025-31133, true",
        "runc, 1.3.3, CVE-2025-31133, false",
        "runc, 1.4.0-rc.2, CVE-2025-31133, true",
        "runc, 1.4.0-rc.3, CVE-2025-31133, false",
        "runc, 1.4.0, CVE-2025-31133, false",
        "runc, 1.0.0~rc6+dfsg1-3, CVE-2019-5736, true",
        "runc, 1.0.0~rc93+ds1-5+deb11u5, CVE-2019-5736, false",
        "runc, 1.0.0~rc93+ds1-5+deb11u5, CVE-2021-30465, true",
        "runc, 1.0.0-rc95, CVE-2021-30465, false",
        "containerd, v1.7.26, CVE-2024-40635, true",
        "containerd, 1.6.20~ds1-1+deb12u3, CVE-2024-40635, true",
        "containerd, 1.7.27, CVE-2024-40635, false",
        "docker, 27.0.3, CVE-2024-41110, true",
        "docker, 26.1.5, CVE-2024-41110, false",
        "kernel, 5.7.9, CVE-2022-0847, false",
        "kernel, 5.10.101-generic, CVE-2022-0847, true",
        "kernel, 5.10.102, CVE-2022-0847, false",
        "kernel, 6.18.44, CVE-2022-0847, false",
    })
    void a_version_has_a_hole_or_not(String program, String version, String id, boolean affected) {
        KnownHole hole = HoleTable.ALL.stream()
                .filter(known -> known.program().equals(program) && known.id().equals(id))
                .findFirst()
                .orElseThrow();

        assertThat(hole.affects(version)).contains(affected);
    }

    @ParameterizedTest
    @CsvSource({
        // mended by the distribution; out of reach; behind the filter; behind one that is not there
        "runc, 1.1.5+ds1-1+deb12u1, true, CVE-2024-21626, CVE-2024-21626, OK",
        "runc, 1.1.5+ds1-1+deb12u1, true, nothing, CVE-2024-21626, WARN",
        "runc, 1.1.5, true, nothing, CVE-2024-21626, WARN",
        "kernel, 5.10.2, true, nothing, CVE-2022-0847, OK",
        "kernel, 5.10.2, false, nothing, CVE-2022-0847, FAIL",
        "kernel, 5.10.0-8-amd64, false, nothing, CVE-2022-0847, WARN",
        "kernel, 4.8.2, true, nothing, CVE-2016-5195, FAIL",
    })
    void what_it_means_depends_on_who_mended_it_and_who_can_reach_it(
            String program, String version, boolean filtered, String mended, String id, Status status) {
        List<Check> checks = KnownHoles.checks(program, version, filtered, (_, hole) -> hole.equals(mended));

        assertThat(checks)
                .filteredOn(check -> check.name().equals(id))
                .extracting(Check::status)
                .containsExactly(status);
    }

    @Test
    void a_version_that_is_none_is_told() {
        assertThat(KnownHoles.checks("runc", "git", true, (_, _) -> false))
                .extracting(Check::status)
                .containsExactly(Status.WARN);
    }

    @Test
    void every_hole_is_there_once_and_can_be_told_from_versions() {
        Map<String, Long> ids =
                HoleTable.ALL.stream().collect(Collectors.groupingBy(KnownHole::id, Collectors.counting()));

        assertThat(ids.values()).containsOnly(1L);
        assertThat(HoleTable.ALL).allSatisfy(hole -> {
            for (String version : hole.mended().split(" ", -1)) {
                assertThat(hole.affects(version)).as(hole.id() + " " + version).contains(false);
            }
        });
    }
}
