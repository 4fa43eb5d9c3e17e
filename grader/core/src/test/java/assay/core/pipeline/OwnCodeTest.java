package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCodeTest {
    private static final String FIRST = "assay/core/A.class";
    private static final String SECOND = "assay/core/score/B.class";

    @TempDir
    Path folder;

    @Test
    void the_running_code_has_a_digest() {
        assertThat(OwnCode.digest()).matches("[0-9a-f]{64}").isEqualTo(OwnCode.digest());
    }

    @Test
    void a_folder_and_a_jar_of_the_same_classes_have_the_same() throws IOException {
        write(FIRST, "a");
        write(SECOND, "b");
        Path jar = folder.resolve("core.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of(SECOND, FIRST, "other/C.class")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.equals(FIRST) ? 'a' : 'b');
                zip.closeEntry();
            }
        }
        assertThat(OwnCode.digest(jar)).isEqualTo(OwnCode.digest(folder));
    }

    @Test
    void it_changes_with_any_class_and_with_nothing_else() throws IOException {
        write(FIRST, "a");
        write(SECOND, "b");
        String before = OwnCode.digest(folder);
        write("assay/core/page.css", "c");
        assertThat(OwnCode.digest(folder)).isEqualTo(before);
        write(SECOND, "c");
        assertThat(OwnCode.digest(folder)).isNotEqualTo(before);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
