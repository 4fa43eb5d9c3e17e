package assay.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageChangelogTest {
    @TempDir
    private Path documents;

    @BeforeEach
    void write() throws IOException {
        Path file = Files.createDirectories(documents.resolve("runc")).resolve("changelog.Debian.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("""
                    runc (1.1.5+ds1-1+deb12u1) bookworm-security; urgency=high

                      * CVE-2024-21626: several container breakouts due to internally leaked fds
                    """.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_hole_that_it_names_is_mended() {
        PackageChangelog changelog = new PackageChangelog(documents, Map.of("runc", "1.1.5+ds1-1+deb12u1"));

        assertThat(changelog.mended("runc", "CVE-2024-21626")).isTrue();
        assertThat(changelog.mended("runc", "CVE-2024-45310")).isFalse();
        assertThat(changelog.mended("containerd", "CVE-2024-21626")).isFalse();
    }

    @Test
    void of_another_version_than_runs_it_says_nothing() {
        assertThat(new PackageChangelog(documents, Map.of("runc", "1.1.4")).mended("runc", "CVE-2024-21626"))
                .isFalse();
    }
}
