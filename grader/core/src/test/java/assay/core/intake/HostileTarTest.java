package assay.core.intake;

import static assay.core.intake.Archives.JAVA;
import static assay.core.intake.Archives.file;
import static assay.core.intake.Archives.gzip;
import static assay.core.intake.Archives.of;
import static assay.core.intake.Archives.tar;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTarTest {
    private static final int BLOCK = 512;

    @TempDir
    private Path temporary;

    static Stream<Arguments> refusals() throws IOException {
        byte[] good = tar(file("Conv.java"));
        return Stream.of(
                Arguments.of("parent", tar(file("../Evil.java")), "'../Evil.java' leads out of"),
                Arguments.of("absolute", tar(file("/tmp/Evil.java")), "'/tmp/Evil.java' is an absolute path"),
                Arguments.of("link", tar(of("l", TarConstants.LF_SYMLINK, "/etc")), "'l' is a link"),
                Arguments.of(
                        "written through a link",
                        tar(of("l", TarConstants.LF_SYMLINK, ".."), file("l/Evil.java")),
                        "'l' is a link"),
                Arguments.of(
                        "hard link", tar(file("A.java"), of("B.java", TarConstants.LF_LINK, "A.java")), "is a link"),
                Arguments.of("device", tar(of("d", TarConstants.LF_BLK, "")), "'d' is a link or a device"),
                Arguments.of("pipe", tar(of("p", TarConstants.LF_FIFO, "")), "'p' is a link or a device"),
                Arguments.of("unknown kind", tar(of("u", (byte) 'Z', "")), "'u' is a link or a device"),
                Arguments.of("twice", tar(file("Conv.java"), file("Conv.java")), "'Conv.java' is there twice"),
                Arguments.of("another archive", tar(file("hw4.tgz")), "another archive, 'hw4.tgz'"),
                Arguments.of("zero bytes", new byte[0], "is an empty file (0 bytes)"),
                Arguments.of("a zip", RawZip.of(RawZipEntry.entry("Conv.java", JAVA)), "it looks like a zip archive"),
                Arguments.of("cut off", Arrays.copyOf(good, BLOCK + 5), "is damaged or incomplete"),
                Arguments.of(
                        "a changed header",
                        changed(tar(file("A.java"), file("B.java")), 2 * BLOCK),
                        "check sum is wrong"),
                Arguments.of("text", new byte[2 * BLOCK], "is not a tar archive."),
                Arguments.of("a size of 8 GiB", claiming(good, "77777777777"), "is damaged or incomplete"),
                Arguments.of("a negative size", claiming(good, "-0000000001"), "is damaged or incomplete"),
                Arguments.of("a sparse file", sparse(), "is a sparse file"),
                Arguments.of("too many entries", tar(many(10_001)), "more than 10000 files"),
                Arguments.of("a long name", tar(file("a".repeat(300) + ".java")), "more than 240 characters"),
                Arguments.of("a very long name", longName(), "far too long"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void a_bad_tar_is_refused_with_its_reason(String kind, byte[] tar, String reason) throws IOException {
        assertThat(refused("alice.tar", tar)).contains(reason).hasSizeLessThan(400);
    }

    @Test
    void a_bad_gzip_is_refused() throws IOException {
        byte[] good = gzip(tar(file("Conv.java")));
        assertThat(refused("alice.tgz", Arrays.copyOf(good, good.length - 4))).contains("is damaged or incomplete");
        assertThat(refused("alice.tgz", changed(good, good.length - 6))).contains("is damaged or incomplete");
        assertThat(refused("alice.tgz", tar(file("Conv.java")))).contains("is not a gzip file");
        assertThat(refused("alice.tgz", gzip(new byte[0]))).contains("is empty, or not a tar archive");
        assertThat(refused("alice.tgz", gzip("class Conv {}".getBytes(StandardCharsets.UTF_8))))
                .contains("archive");
    }

    @Test
    void ten_gibibytes_in_ten_thousand_members_end_at_the_limit() throws IOException {
        byte[] header = Arrays.copyOf(claiming(tar(file("data.bin")), "77777777777"), BLOCK);
        byte[] mebibyte = gzip(new byte[1 << 20]);
        byte[] bomb = Archives.concatenated(gzip(header), Archives.repeated(mebibyte, 10 << 10));
        assertThat(bomb.length).isLessThan(20 << 20);
        Allocation.atMost(100, () -> assertThat(refused("alice.tgz", bomb)).contains("larger than 64 MiB"));
    }

    @Test
    void a_million_empty_members_end_as_well() throws IOException {
        byte[] good = gzip(tar(file("Conv.java")));
        byte[] members = Archives.concatenated(Archives.repeated(gzip(new byte[0]), 900_000), good);
        assertThat(ClassFolder.readAlone(temporary, "alice.tgz", members)).isInstanceOf(Intake.Accepted.class);
    }

    @Test
    void a_tar_as_tools_write_it_is_fine() throws IOException {
        TarArchiveEntry folder = new TarArchiveEntry("./hw4/", TarConstants.LF_DIR);
        String deep = "hw4/" + "a".repeat(150) + "/Deep.java";
        byte[] tar = tar(
                new TarArchiveEntry("./", TarConstants.LF_DIR),
                folder,
                file("./hw4/Conv.java"),
                file(deep),
                file("./hw4/._Conv.java"),
                of("hw4/.venv/python", TarConstants.LF_SYMLINK, "/usr/bin/python"));
        Intake intake = ClassFolder.readAlone(temporary, "alice.tar.gz", gzip(tar));
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        assertThat(((Intake.Accepted) intake).submission().sources())
                .extracting(SourceFile::path)
                .containsExactly("hw4/Conv.java", deep);
    }

    private static TarArchiveEntry[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> file("f" + i)).toArray(TarArchiveEntry[]::new);
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] other = bytes.clone();
        other[at] ^= 1;
        return other;
    }

    private static byte[] claiming(byte[] tar, String size) {
        byte[] other = tar.clone();
        System.arraycopy(size.getBytes(StandardCharsets.US_ASCII), 0, other, 124, size.length());
        return summed(other);
    }

    /** Old GNU format: one stretch of data at an offset of almost 8 GiB. */
    private static byte[] sparse() throws IOException {
        byte[] tar = tar(file("Sparse.java"));
        tar[156] = 'S';
        System.arraycopy("ustar  \0".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 8);
        Arrays.fill(tar, 345, 500, (byte) 0);
        System.arraycopy("77777777000\00000000000001\0".getBytes(StandardCharsets.US_ASCII), 0, tar, 386, 24);
        System.arraycopy("77777777777\0".getBytes(StandardCharsets.US_ASCII), 0, tar, 483, 12);
        return summed(tar);
    }

    /** GNU format: an entry that holds the name of the next. */
    private static byte[] longName() throws IOException {
        byte[] header = Arrays.copyOf(tar(file("././@LongLink")), BLOCK);
        header[156] = 'L';
        byte[] name = Archives.repeated(new byte[] {'a'}, 1000 * BLOCK);
        return Archives.concatenated(claiming(header, "%011o".formatted(name.length)), name, tar(file("a")));
    }

    private static byte[] summed(byte[] tar) {
        Arrays.fill(tar, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += tar[i] & 0xFF;
        }
        System.arraycopy("%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII), 0, tar, 148, 8);
        return tar;
    }

    private String refused(String name, byte[] archive) throws IOException {
        Intake intake = ClassFolder.readAlone(temporary, name, archive);
        assertThat(intake).isInstanceOf(Intake.Refused.class);
        return ((Intake.Refused) intake).reason();
    }
}
