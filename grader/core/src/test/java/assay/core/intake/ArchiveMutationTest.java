package assay.core.intake;

import static assay.core.intake.Archives.JAVA;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.DataSize;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives with random damage: whatever comes, it is read or refused, in little memory. */
@Tag("slow")
class ArchiveMutationTest {
    private static final int INPUTS = Integer.getInteger("assay.fuzz.inputs", 200_000);
    /** Another one makes other inputs: for long runs by hand. */
    private static final long SEED = 5242 + Long.getLong("assay.fuzz.seed", 0);

    private static final int MOST_MEBIBYTES = 4;
    private static final int[] TELLING = {0, 1, -1, 0x7F, 0x80, 0xFF, 'P', 'K', '/', '.', '7'};
    private static final IntakeLimits LIMITS = new IntakeLimits(
            40,
            20,
            DataSize.ofKibibytes(4),
            DataSize.ofKibibytes(16),
            DataSize.ofKibibytes(64),
            DataSize.ofKibibytes(64),
            80,
            6);

    @ParameterizedTest
    @EnumSource
    void a_damaged_archive_is_read_or_refused_and_nothing_else(ArchiveFormat format) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + format.ordinal());
        List<byte[]> whole = whole(format);
        // Whole ones first: loading classes takes memory too.
        whole.forEach(archive -> isAccepted(archive, format));
        int[] outcomes = new int[2];
        for (int input = 0; input < INPUTS; input++) {
            byte[] archive = mutated(random, whole);
            Allocation.atMost(MOST_MEBIBYTES, () -> outcomes[isAccepted(archive, format) ? 1 : 0]++);
        }
        assertThat(outcomes[0]).as("refused, with seed %d", SEED).isPositive();
        assertThat(outcomes[1]).as("accepted, with seed %d", SEED).isPositive();
        assertThat(outcomes[0] + outcomes[1]).isEqualTo(INPUTS);
    }

    /** Any exception but a refusal fails the test. */
    private static boolean isAccepted(byte[] archive, ArchiveFormat format) {
        SourceCollector collector = new SourceCollector(LIMITS);
        try {
            new ArchiveReader(LIMITS).read(archive, format, collector);
            return !collector.sources().isEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.reason()).isNotBlank().hasSizeLessThan(1_000);
            return false;
        }
    }

    private static List<byte[]> whole(ArchiveFormat format) throws IOException {
        byte[] tar = Archives.tar(
                Archives.file("hw4/Conv.java"), Archives.file("hw4/" + "a".repeat(70)), Archives.file("Pool.java"));
        byte[] zip = RawZip.of(
                RawZipEntry.entry("hw4/Conv.java", JAVA),
                RawZipEntry.entry("a.txt", "x"),
                RawZipEntry.entry("Pool.java", JAVA));
        byte[] bomb = RawZip.of(RawZipEntry.compressed("Bomb.java", Archives.zeros(2), 1 << 20));
        return switch (format) {
            case ZIP -> List.of(zip, RawZip.of(RawZipEntry.entry("A.java", JAVA)), bomb);
            case TAR -> List.of(tar, Archives.tar(Archives.file("b".repeat(200) + ".java")));
            case TAR_GZ -> List.of(Archives.gzip(tar), Archives.gzip(new byte[1 << 20]));
        };
    }

    private static byte[] mutated(RandomGenerator random, List<byte[]> whole) {
        byte[] archive = whole.get(random.nextInt(whole.size())).clone();
        for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
            int at = random.nextInt(archive.length);
            switch (random.nextInt(8)) {
                case 0 -> archive = Arrays.copyOf(archive, Math.max(1, at));
                case 1 -> {
                    byte[] other = whole.get(random.nextInt(whole.size()));
                    archive = Archives.concatenated(Arrays.copyOf(archive, at), other);
                }
                case 2 -> {
                    int length = random.nextInt(1, Math.min(64, archive.length) + 1);
                    int from = random.nextInt(archive.length - length + 1);
                    System.arraycopy(archive, from, archive, Math.min(at, archive.length - length), length);
                }
                case 3, 4, 5 -> {
                    byte value = (byte) TELLING[random.nextInt(TELLING.length)];
                    Arrays.fill(archive, at, Math.min(archive.length, at + random.nextInt(1, 9)), value);
                }
                default -> archive[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return archive;
    }
}
