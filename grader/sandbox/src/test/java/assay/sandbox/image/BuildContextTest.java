package assay.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildContextTest {
    @TempDir
    private Path folder;

    @Test
    void the_same_program_has_the_same_digest_and_another_base_has_not() {
        String digest = BuildContext.ofThisProgram().digest("base a");

        assertThat(BuildContext.ofThisProgram().digest("base a"))
                .isEqualTo(digest)
                .hasSize(64);
        assertThat(BuildContext.ofThisProgram().digest("base b")).isNotEqualTo(digest);
    }

    @Test
    void a_folder_and_a_jar_of_the_same_classes_are_the_same_jar() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/a"));
        Files.writeString(classes.resolve("B.class"), "b");
        Files.writeString(classes.resolve("A.class"), "a");
        Files.writeString(classes.resolve("notes.txt"), "left out");
        Path jar = Files.write(folder.resolve("x.jar"), zip("META-INF/MANIFEST.MF", "a/B.class", "a/A.class"));

        assertThat(DeterministicJar.of(jar)).isEqualTo(DeterministicJar.of(folder.resolve("classes")));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("A.class") ? 'a' : 'b');
            }
        }
        return bytes.toByteArray();
    }
}
