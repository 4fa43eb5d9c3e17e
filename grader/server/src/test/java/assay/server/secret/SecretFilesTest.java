package assay.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretFilesTest {
    @TempDir
    private Path home;

    @Test
    void a_secret_is_drawn_once_and_stays() {
        SecretFiles files = new SecretFiles(home.resolve("secrets"));

        byte[] first = files.ensure("one", () -> new byte[] {1, 2});

        assertThat(files.ensure("one", () -> new byte[] {3, 4})).isEqualTo(first);
    }

    @Test
    void only_its_owner_can_read_it() throws IOException {
        new SecretFiles(home.resolve("secrets")).ensure("one", () -> new byte[] {1});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets/one"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void tokens_are_long_and_never_the_same() {
        String token = Tokens.draw();

        assertThat(token).matches("assay_[A-Za-z0-9_-]{43}").isNotEqualTo(Tokens.draw());
        assertThat(Tokens.hash(token)).hasSize(64).doesNotContain(token);
    }
}
