package assay.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ConfigReaderTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_standard_holds_where_nothing_is_said() {
        ServerConfig config = read(Map.of(), Map.of());

        assertThat(config.data()).isEqualTo(Path.of("assay-data"));
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.database().jdbc()).startsWith("jdbc:sqlite:").endsWith("assay-data/assay.db");
        assertThat(config.workers()).isEqualTo(1);
        assertThat(config.capabilities()).containsExactly("cpu");
        assertThat(config.maxUpload()).hasToString("20 MiB");
        assertThat(config.requests()).isEqualTo(600);
        assertThat(config.drain()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.jsonLog()).isFalse();
        assertThat(config.address(8080)).hasToString("http://127.0.0.1:8080");
        assertThat(config.secure()).isFalse();
    }

    @Test
    void flags_win_over_the_environment_and_that_over_the_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("server.yaml"),
                "port: 1111\n"
                        + "workers: 3\n"
                        + "requests: 10\n"
                        + "public-url: https://assay.example.org/\n"
                        + "capabilities: cpu, gpu\n"
                        + "trusted-hosts: Moodle.internal:8443, 10.0.0.7:80\n");

        ConfigReading reading = ConfigReader.read(
                Optional.of(file),
                Map.of("ASSAY_SERVE_PORT", "2222", "ASSAY_SERVE_WORKERS", "4", "PATH", "/bin"),
                Map.of(ConfigKey.PORT, "3333"));

        ServerConfig config = ((ConfigReading.Read) reading).config();
        assertThat(config.port()).isEqualTo(3333);
        assertThat(config.workers()).isEqualTo(4);
        assertThat(config.requests()).isEqualTo(10);
        assertThat(config.capabilities()).isEqualTo(Set.of("cpu", "gpu"));
        assertThat(config.trustedHosts()).containsExactlyInAnyOrder("moodle.internal:8443", "10.0.0.7:80");
        assertThat(config.address(3333)).hasToString("https://assay.example.org");
        assertThat(config.secure()).isTrue();
    }

    @Test
    void unknown_keys_are_problems_wherever_they_stand() throws IOException {
        Path file = Files.writeString(folder.resolve("server.yaml"), "prot: 1\nport: 99999\n");

        List<String> problems =
                problems(Optional.of(file), Map.of("ASSAY_SERVE_PROT", "1", "ASSAY_SERVE_WORKERS", "many"));

        assertThat(problems).hasSize(4);
        assertThat(problems.get(0))
                .contains("server.yaml:1")
                .contains("unknown key")
                .contains("port");
        assertThat(problems.get(1)).contains("ASSAY_SERVE_PROT");
        assertThat(problems.get(2)).startsWith("port in ").contains("from 0 to 65535");
        assertThat(problems.get(3)).startsWith("ASSAY_SERVE_WORKERS must be").contains("'many'");
    }

    @ParameterizedTest
    @CsvSource({
        "ASSAY_SERVE_PUBLIC_URL, ftp://x",
        "ASSAY_SERVE_PUBLIC_URL, https://x/path",
        "ASSAY_SERVE_PUBLIC_URL, https://user@x",
        "ASSAY_SERVE_DATABASE, mysql://root:hush@x/y",
        "ASSAY_SERVE_CAPABILITIES, tpu",
        "ASSAY_SERVE_LOG, xml",
        "ASSAY_SERVE_TRUSTED_HOSTS, https://moodle.example.org",
        "ASSAY_SERVE_MAX_UPLOAD, 0",
        "ASSAY_SERVE_DRAIN, -1",
        "ASSAY_SERVE_REQUESTS, 1e9",
    })
    void what_makes_no_sense_is_refused(String variable, String value) {
        assertThat(problems(Optional.empty(), Map.of(variable, value)))
                .singleElement()
                .asString()
                .startsWith(variable)
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @EnumSource(ConfigKey.class)
    void each_key_is_in_the_documented_table(ConfigKey key) throws IOException {
        String row = "| `%s` | `%s` | `%s` | %s | %s |"
                .formatted(
                        key.key(),
                        key.flag(),
                        key.variable(),
                        key.standard().isEmpty() ? "" : "`" + key.standard() + "`",
                        key.meaning());

        assertThat(Files.readString(Path.of("../../docs/server.md"))).contains(row);
    }

    private static ServerConfig read(Map<String, String> environment, Map<ConfigKey, String> flags) {
        return ((ConfigReading.Read) ConfigReader.read(Optional.empty(), environment, flags)).config();
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // handed on as it is
    private static List<String> problems(Optional<Path> file, Map<String, String> environment) {
        return ((ConfigReading.Invalid) ConfigReader.read(file, environment, Map.of())).problems();
    }
}
