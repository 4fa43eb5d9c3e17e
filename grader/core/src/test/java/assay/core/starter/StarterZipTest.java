package assay.core.starter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.Assignment;
import assay.core.domain.GraderFault;
import assay.core.pack.GoldenPack;
import assay.core.port.GoldenCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StarterZipTest {
    private final StarterZip starter = new StarterZip(PublicCasesFile.class);
    private final Assignment assignment = TestAssignments.withAllKinds();

    @TempDir
    private Path scratch;

    @BeforeEach
    void make_a_template() throws IOException {
        put("template/pom.xml", "<project/>");
        put("template/.gitignore", "target/");
        put("template/src/main/java/student/Mine.java", "class Mine {}");
        put("template/target/classes/student/Mine.class", "left behind by a build");
        put("template/.idea/workspace.xml", "left behind by an editor");
        put("statement.md", "Do this.");
    }

    @Test
    void template_statement_and_jar_lie_in_one_folder() throws IOException {
        SortedMap<String, byte[]> files = unzip(write("out/starter.zip"));
        assertThat(files.keySet())
                .containsExactly(
                        "hw/.gitignore",
                        "hw/lib/assay-selfcheck.jar",
                        "hw/pom.xml",
                        "hw/src/main/java/student/Mine.java",
                        "hw/statement.md");
        assertThat(files.get("hw/statement.md")).asString(UTF_8).isEqualTo("Do this.");
    }

    @Test
    void the_jar_has_classes_and_public_cases() throws IOException {
        SortedMap<String, byte[]> jar = unzip(jar());
        assertThat(jar.keySet())
                .contains("META-INF/MANIFEST.MF", "assay/kernels/Tensor.class", "assay/core/starter/PublicCases.class")
                .contains(PublicCasesFile.CASES, PublicCasesFile.GOLDENS)
                .allMatch(name -> name.startsWith("assay/") || name.startsWith("META-INF/"));
    }

    @Test
    void nothing_of_a_hidden_case_is_in_it() throws IOException {
        SortedMap<String, byte[]> jar = unzip(jar());
        GoldenCase hidden =
                TestAssignments.goldens().golden(assignment, TestAssignments.SCALAR, TestAssignments.SECRET);
        GoldenPack pack = GoldenPack.read(new ByteArrayInputStream(jar.get(PublicCasesFile.GOLDENS)));
        assertThat(pack.entries()).extracting(entry -> entry.golden().digest()).doesNotContain(hidden.digest());
        assertThat(jar)
                .allSatisfy((name, bytes) ->
                        assertThat(new String(bytes, UTF_8)).as(name).doesNotContain("secret-case"));
    }

    @Test
    void the_same_input_gives_the_same_bytes_in_every_time_zone() throws IOException {
        byte[] first = Files.readAllBytes(write("first.zip"));
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(Files.readAllBytes(write("second.zip"))).isEqualTo(first);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void an_older_zip_is_replaced_and_nothing_else_is_left() throws IOException {
        put("out/starter.zip", "old");
        write("out/starter.zip");
        assertThat(scratch.resolve("out")).isDirectoryContaining(path -> path.endsWith("starter.zip"));
        assertThat(scratch.resolve("out").toFile().list()).hasSize(1);
        assertThat(unzip(scratch.resolve("out/starter.zip"))).isNotEmpty();
    }

    @Test
    void a_template_that_is_not_there_is_our_fault() {
        assertThatThrownBy(() -> starter.write(
                        assignment,
                        TestAssignments.goldens(),
                        scratch.resolve("nowhere"),
                        scratch.resolve("statement.md"),
                        scratch.resolve("out.zip")))
                .isInstanceOf(GraderFault.class)
                .hasMessageStartingWith("Tried to make the starter of hw but failed because");
    }

    private Path write(String name) {
        Path out = scratch.resolve(name);
        starter.write(
                assignment,
                TestAssignments.goldens(),
                scratch.resolve("template"),
                scratch.resolve("statement.md"),
                out);
        return out;
    }

    private Path jar() throws IOException {
        Path jar = scratch.resolve("selfcheck.jar");
        Files.write(jar, unzip(write("starter.zip")).get("hw/lib/assay-selfcheck.jar"));
        return jar;
    }

    private void put(String name, String text) throws IOException {
        Path file = scratch.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static SortedMap<String, byte[]> unzip(Path zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
