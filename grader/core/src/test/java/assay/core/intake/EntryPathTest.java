package assay.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPathTest {
    private static final IntakeLimits LIMITS = IntakeLimits.standard();

    @ParameterizedTest
    @CsvSource({
        "Conv.java, Conv.java",
        "src/main/java/Conv.java, src/main/java/Conv.java",
        "src\\main\\java\\Conv.java, src/main/java/Conv.java",
        "./a//b/./Conv.java, a/b/Conv.java",
        "a..b/c...java, a..b/c...java",
        "'', ''",
    })
    void a_path_is_normalised(String raw, String path) throws Refusal {
        String given = raw.isEmpty() ? "./" : raw;
        assertThat(EntryPath.of(given, LIMITS).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../Conv.java",
                "a/../../Conv.java",
                "a/..",
                "..\\Conv.java",
                "/etc/Conv.java",
                "\\\\server\\share\\Conv.java",
                "C:\\Conv.java",
                "c:Conv.java",
                "%2e%2e/Conv.java",
                ".%2E/Conv.java",
                "a\u0000.java",
                "a\n.java",
                "",
            })
    void a_path_that_could_lead_elsewhere_is_refused(String raw) {
        assertThatThrownBy(() -> EntryPath.of(raw, LIMITS)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con.java",
                "a/NUL/Conv.java",
                "Conv.java:stream",
                "a./Conv.java",
                "a /Conv.java",
                "Co\u202Env.java",
                "Co\u200Bnv.java"
            })
    void a_name_that_is_another_one_elsewhere_is_not_kept(String raw) throws Refusal {
        EntryPath path = EntryPath.of(raw, LIMITS);
        assertThatThrownBy(path::requirePortable).isInstanceOf(Refusal.class).hasMessageMatching("\\P{Cf}*");
    }

    @ParameterizedTest
    @CsvSource({"240, true", "241, false"})
    void a_path_has_a_longest(int length, boolean fits) {
        String raw = "a".repeat(length);
        assertThat(isTaken(raw)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"20, true", "21, false"})
    void folders_go_only_so_deep(int depth, boolean fits) {
        assertThat(isTaken("a/".repeat(depth))).isEqualTo(fits);
    }

    private static boolean isTaken(String raw) {
        try {
            EntryPath.of(raw, LIMITS);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
