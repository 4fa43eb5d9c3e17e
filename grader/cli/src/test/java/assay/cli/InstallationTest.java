package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
    @ParameterizedTest
    @CsvSource(emptyValue = "", textBlock = """
                    # ASSAY_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME, config,         cache
                                ,                ,               , /home/ada/.config/assay, /home/ada/.cache/assay
                    ''          , ''             , ''            , /home/ada/.config/assay, /home/ada/.cache/assay
                                , /etc/xdg       , /var/cache    , /etc/xdg/assay, /var/cache/assay
                    /srv/assay  ,                ,               , /srv/assay,     /srv/assay/cache
                    /srv/assay  , /etc/xdg       , /var/cache    , /srv/assay,     /srv/assay/cache
                    """)
    void keeps_its_things_where_the_environment_says(
            @Nullable String home, @Nullable String xdgConfig, @Nullable String xdgCache, Path config, Path cache) {
        Map<String, String> environment = new HashMap<>();
        put(environment, "ASSAY_HOME", home);
        put(environment, "XDG_CONFIG_HOME", xdgConfig);
        put(environment, "XDG_CACHE_HOME", xdgCache);

        assertThat(Installation.of(Path.of("/opt/assay"), environment, Path.of("/home/ada")))
                .isEqualTo(new Installation(Path.of("/opt/assay"), config, cache));
    }

    @Test
    void knows_assignments_by_id_and_by_path() {
        Installation here = Installation.of(TestBench.ROOT, Map.of(), Path.of("/home/ada"));
        Path folder = TestBench.ROOT.resolve("reference/assignments/ucu-hw2");

        assertThat(here.assignment("ucu-hw2")).isEqualTo(folder);
        assertThat(here.assignment(folder.toString())).isEqualTo(folder);
    }

    /** As after {@code assay grade ucu-hw2 class --out ucu-hw2}; the folder {@code src} lies where the tests run. */
    @Test
    void a_folder_that_only_has_the_name_of_an_assignment_is_none(@TempDir Path root) throws IOException {
        Path known = Files.createDirectories(root.resolve("reference/assignments/src"));
        Files.createFile(known.resolve("assignment.yaml"));

        assertThat(Path.of("src")).isDirectory();
        assertThat(Installation.of(root, Map.of(), root).assignment("src")).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ucu", "../assignments/ucu-hw2", "ucu-hw2/assignment.yaml", "UCU HW2", "a\u0000b", "*"})
    void a_name_that_is_none_is_told_which_there_are(String name) {
        Installation here = Installation.of(TestBench.ROOT, Map.of(), Path.of("/home/ada"));

        assertThatThrownBy(() -> here.assignment(name))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("Known are: ")
                .hasMessageContainingAll(
                        "comp6721-a8-a9, comp6721-a8-a9-training, cs5242-hw4,", "ucu-hw2,", "week7-cnn,");
    }

    private static void put(Map<String, String> environment, String name, @Nullable String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }
}
