package assay.core.intake;

import static assay.core.intake.Archives.JAVA;
import static assay.core.intake.RawZipEntry.entry;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileZipTest {
    private static final RawZipEntry GOOD = entry("Conv.java", JAVA);
    private static final byte[] ZIP = RawZip.of(GOOD);

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../Evil.java",
                "a/../../Evil.java",
                "..\\Evil.java",
                "/tmp/Evil.java",
                "C:\\Evil.java",
                "%2e%2e/Evil.java",
                "../notes.txt",
                "a\u0000.java",
                "CON.java",
                "Evil./Evil.java",
                "Evil.java:ads.java",
                "\u202Eavaj.live.java",
            })
    void an_entry_that_could_leave_is_refused_by_name(String name) throws IOException {
        String reason = refused(RawZip.of(GOOD, entry(name, JAVA)));
        assertThat(reason).startsWith("The entry '").doesNotContain("\u0000", "\u202E");
    }

    @Test
    void nor_may_it_leave_to_where_the_archive_lies() throws IOException {
        refused(RawZip.of(GOOD, entry(temporary.resolve("Evil.java").toString(), JAVA)));
    }

    static Stream<Arguments> refusals() {
        byte[] longExtra = new byte[60_000];
        return Stream.of(
                Arguments.of("link", RawZip.of(entry("L.java", "/etc/passwd").mode(0120777)), "'L.java' is a link"),
                Arguments.of("device", RawZip.of(entry("D.java", "").mode(0060644)), "'D.java' is a link or a device"),
                Arguments.of(
                        "link among other files",
                        RawZip.of(GOOD, entry("l.txt", "x").mode(0120777)),
                        "is a link"),
                Arguments.of("password", RawZip.of(GOOD.flagged(0x801)), "'Conv.java' is encrypted"),
                Arguments.of(
                        "password on other files",
                        RawZip.of(GOOD, entry("a.txt", "").flagged(1)),
                        "is encrypted"),
                Arguments.of("bzip2 inside", RawZip.of(GOOD.by(12)), "is compressed in an unusual way"),
                Arguments.of("AES", RawZip.of(GOOD.by(99)), "is compressed in an unusual way"),
                Arguments.of("twice", RawZip.of(GOOD, GOOD), "'Conv.java' is there twice"),
                Arguments.of("twice by its path", RawZip.of(GOOD, entry("./Conv.java", "")), "is there twice"),
                Arguments.of("twice but for case", RawZip.of(GOOD, entry("conv.java", "")), "upper and lower case"),
                Arguments.of("a file as folder", RawZip.of(GOOD, entry("Conv.java/A.java", "")), "also a file"),
                Arguments.of("wrong check sum", RawZip.of(GOOD.summing(7)), "check sum is wrong"),
                Arguments.of("another archive", RawZip.of(entry("in/hw4.zip", ZIP)), "another archive, 'in/hw4.zip'"),
                Arguments.of("classes alone", RawZip.of(entry("Conv.class", "")), "only 'Conv.class'"),
                Arguments.of("no entries", RawZip.of(), "The submission is empty."),
                Arguments.of("zero bytes", new byte[0], "is an empty file (0 bytes)"),
                Arguments.of("cut off", Arrays.copyOf(ZIP, ZIP.length - 30), "is damaged or incomplete"),
                Arguments.of("text", "class Conv {}".getBytes(StandardCharsets.UTF_8), "is not a zip archive."),
                Arguments.of("RAR", "Rar!\u001a\u0007".getBytes(StandardCharsets.UTF_8), "looks like a RAR archive"),
                Arguments.of("HTML before it", Archives.concatenated(new byte[] {'<'}, ZIP), "is not a zip archive"),
                Arguments.of("too deep", RawZip.of(entry("a/".repeat(21) + "A.java", "")), "more than 20 folders"),
                Arguments.of("too long a name", RawZip.of(entry("a".repeat(60_000), "")), "more than 240 characters"),
                Arguments.of("no name", RawZip.of(entry("", "")), "has no name"),
                Arguments.of("extra fields", RawZip.of(many(100, i -> GOOD.extra(longExtra))), "more headers"),
                Arguments.of("2^62 bytes", RawZip.of(GOOD.claiming(-1).extra(zip64(1L << 62))), "larger than 64 MiB"),
                Arguments.of("-1 bytes", RawZip.of(GOOD.claiming(-1).extra(zip64(-1))), "is damaged or incomplete"),
                Arguments.of("no zip64 field", RawZip.of(GOOD.claiming(-1)), "larger than 64 MiB"),
                Arguments.of(
                        "10,001 entries", RawZip.of(many(10_001, i -> entry("f" + i, ""))), "more than 10000 files"),
                Arguments.of("2,001 files", RawZip.of(many(2_001, i -> entry(i + ".java", ""))), "2000 Java files"),
                Arguments.of("a large file", RawZip.of(entry("A.java", new byte[(1 << 20) + 1])), "larger than 1 MiB"),
                Arguments.of(
                        "large files",
                        RawZip.of(many(9, i -> entry(i + ".java", new byte[1 << 20]))),
                        "together are larger than 8 MiB"),
                Arguments.of("21 MiB", Arrays.copyOf(ZIP, 21 << 20), "The archive is larger than 20 MiB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void a_bad_zip_is_refused_with_its_reason(String kind, byte[] zip, String reason) throws IOException {
        assertThat(refused(zip)).contains(reason).hasSizeLessThan(400);
    }

    @Test
    void entries_that_share_their_bytes_are_refused() throws IOException {
        RawZip zip = new RawZip().add(GOOD);
        zip.alias(GOOD.named("Again.java".getBytes(StandardCharsets.UTF_8)), 0);
        assertThat(refused(zip.bytes())).contains("shares its bytes with another");
    }

    @Test
    void a_million_central_headers_are_counted_before_any_is_built() throws IOException {
        byte[] header = new byte[47];
        header[0] = 'P';
        header[1] = 'K';
        header[2] = 1;
        header[3] = 2;
        header[28] = 1;
        byte[] zip = Archives.concatenated(ZIP, Archives.repeated(header, 400_000));
        Allocation.atMost(120, () -> assertThat(refused(zip)).contains("more than 10000 files"));
    }

    @ParameterizedTest(name = "claiming {0} bytes")
    @ValueSource(longs = {0, 1, 1 << 20, 10L << 30})
    void ten_gibibytes_of_zeros_end_at_the_limit(long claim) throws IOException {
        byte[] zip = RawZip.of(GOOD, RawZipEntry.compressed("Zeros.java", Archives.zeros(10 << 10), claim));
        assertThat(zip.length).isLessThan(20 << 20);
        Allocation.atMost(100, () -> assertThat(refused(zip)).contains("larger than"));
    }

    @Test
    void what_is_left_out_is_not_even_unpacked() throws IOException {
        byte[] zip = RawZip.of(GOOD, RawZipEntry.compressed("zeros.bin", Archives.zeros(1000), 1));
        assertThat(read(zip)).isInstanceOf(Intake.Accepted.class);
    }

    @Test
    void a_zip_as_windows_and_macos_write_it_is_fine() throws IOException {
        byte[] dos = "hw4/\u00dcbung/Pool.java".getBytes(Charset.forName("IBM437"));
        byte[] zip = RawZip.of(
                entry("hw4\\", "").mode(0),
                entry("hw4\\src\\Conv.java", JAVA).mode(0),
                entry("hw4/src/", "").mode(0040755),
                entry("__MACOSX/hw4/._Conv.java", "\u0000"),
                entry("hw4/.venv/python", "/usr/bin/python").mode(0120777),
                RawZipEntry.stored("hw4/Stored.java", JAVA),
                GOOD.named(dos).flagged(0));
        assertThat(((Intake.Accepted) read(zip)).submission().sources())
                .extracting(SourceFile::path)
                .containsExactly("hw4/Stored.java", "hw4/src/Conv.java", "hw4/Übung/Pool.java");
    }

    private static byte[] zip64(long size) {
        ByteBuffer field = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        return field.putShort((short) 1).putShort((short) 8).putLong(size).array();
    }

    private static RawZipEntry[] many(int count, IntFunction<RawZipEntry> each) {
        return IntStream.range(0, count).mapToObj(each).toArray(RawZipEntry[]::new);
    }

    private String refused(byte[] zip) throws IOException {
        Intake intake = read(zip);
        assertThat(intake).isInstanceOf(Intake.Refused.class);
        return ((Intake.Refused) intake).reason();
    }

    private Intake read(byte[] zip) throws IOException {
        return ClassFolder.readAlone(temporary, "alice.zip", zip);
    }
}
