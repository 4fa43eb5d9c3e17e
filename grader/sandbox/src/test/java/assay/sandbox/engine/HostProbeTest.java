package assay.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostProbeTest {
    @TempDir
    private Path folder;

    @Test
    void a_distribution_is_what_it_says_it_is_like() throws IOException {
        Path file = Files.writeString(
                folder.resolve("os-release"),
                "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\nVERSION_ID=22\n");

        assertThat(HostProbe.distributions(file)).containsExactlyInAnyOrder("linuxmint", "ubuntu", "debian");
    }

    @Test
    void without_the_file_there_is_none() {
        assertThat(HostProbe.distributions(folder.resolve("none"))).isEmpty();
    }
}
