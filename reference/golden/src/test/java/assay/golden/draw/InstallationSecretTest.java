package assay.golden.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstallationSecretTest {
    private static final byte[] MATERIAL = {1, 2, 3};

    @TempDir
    private Path home;

    @Test
    void it_is_drawn_at_first_use_and_stays() throws IOException {
        Path directory = home.resolve("not/yet/there");

        byte[] first = InstallationSecret.in(directory).sign(MATERIAL);

        assertThat(directory.resolve("secret")).hasSize(32);
        assertThat(InstallationSecret.in(directory).sign(MATERIAL)).containsExactly(first);
        assertThat(directory.toFile().list()).containsExactly("secret");
        assertThat(InstallationSecret.in(home.resolve("other")).sign(MATERIAL)).isNotEqualTo(first);
    }

    @Test
    void nobody_else_can_read_it() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path directory = home.resolve("state");

        InstallationSecret.in(directory);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secret"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_signature_is_hmac_sha256() throws IOException {
        Files.write(home.resolve("secret"), new byte[32]);

        // printf '\1\2\3' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00...00 (32 bytes)
        assertThat(HexFormat.of().formatHex(InstallationSecret.in(home).sign(MATERIAL)))
                .isEqualTo("c25cf64db0f3339e7e80fbd6e0be879956a6a3d7e4987a2a4d01fb90f27b5639");
    }

    @Test
    void all_who_come_at_once_get_the_same() throws InterruptedException, ExecutionException {
        int callers = 16;
        CyclicBarrier start = new CyclicBarrier(callers);
        Set<String> signatures = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> signing = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                signing.add(threads.submit(() -> {
                    start.await();
                    return InstallationSecret.in(home.resolve("new")).sign(MATERIAL);
                }));
            }
            for (Future<byte[]> signature : signing) {
                signatures.add(HexFormat.of().formatHex(signature.get()));
            }
        }

        assertThat(signatures).hasSize(1);
        assertThat(home.resolve("new").toFile().list()).containsExactly("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void one_of_another_length_is_refused_and_left_alone(int length) throws IOException {
        Files.write(home.resolve("secret"), new byte[length]);

        assertThatThrownBy(() -> InstallationSecret.in(home))
                .isInstanceOf(GraderFault.class)
                .hasMessageStartingWith("Tried to read the installation's secret but failed because ")
                .hasMessageContaining("has " + length + " bytes instead of 32");
        assertThat(home.resolve("secret")).hasSize(length);
    }

    @Test
    void one_that_cannot_be_read_is_a_fault() throws IOException {
        Files.createDirectory(home.resolve("secret"));

        assertThatThrownBy(() -> InstallationSecret.in(home))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("read or make the installation's secret " + home.resolve("secret"));
    }

    @Test
    void one_that_cannot_be_written_is_a_fault() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "no directory");

        assertThatThrownBy(() -> InstallationSecret.in(file.resolve("state"))).isInstanceOf(GraderFault.class);
    }
}
