package assay.core.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import assay.core.domain.Digests;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenPackTest {
    private static final int HEADER = GoldenPack.MAGIC.length + 2 * Integer.BYTES;

    @Test
    void what_was_written_is_read_bit_by_bit() throws IOException {
        GoldenCase read = read(bytes(pack())).find("conv2d/grün").orElseThrow();

        assertThat(read.arguments()).hasSize(5);
        assertSame((Tensor) read.arguments().getFirst().value(), input());
        assertThat((int[]) read.arguments().get(1).value()).containsExactly(0, 2, -7);
        assertThat(read.arguments().get(2)).isEqualTo(new Argument.OfInt(-3));
        assertThat(read.arguments().get(3)).isEqualTo(new Argument.OfFloat(1e-5f));
        assertThat(read.arguments().get(4)).isEqualTo(new Argument.OfBoolean(true));
        assertSame(read.expected(), Tensor.scalar(2.5f));
        assertThat(read.misconceptions()).hasSize(1);
        assertThat(read.misconceptions().getFirst().name()).isEqualTo("unstable");
        assertThat(read.misconceptions().getFirst().explanation()).isEqualTo("Subtract the maximum – always.");
        assertThat(read.misconceptions().getFirst().output().data()).containsExactly(Float.NaN);
        assertThat(read.digest()).isEqualTo("abc");
    }

    @Test
    void the_order_is_kept_and_an_unknown_key_finds_nothing() throws IOException {
        GoldenPack read = read(bytes(pack()));

        assertThat(read.entries()).extracting(GoldenPack.Entry::key).containsExactly("conv2d/grün", "empty");
        assertThat(read.find("missing")).isEmpty();
    }

    @Test
    void a_tensor_larger_than_any_buffer_survives() throws IOException {
        float[] many = new float[100_003];
        Random random = new Random(5);
        IntStream.range(0, many.length).forEach(index -> many[index] = Float.intBitsToFloat(random.nextInt()));
        GoldenCase golden = new GoldenCase(List.of(), Tensor.of(many, many.length), List.of(), "");

        GoldenPack read = read(bytes(new GoldenPack(List.of(new GoldenPack.Entry("large", golden)))));

        assertSame(read.entries().getFirst().golden().expected(), Tensor.of(many, many.length));
    }

    @Test
    void the_same_goldens_give_the_same_bytes() throws IOException {
        assertThat(bytes(pack())).isEqualTo(bytes(pack()));
    }

    @Test
    void a_key_cannot_be_there_twice() {
        GoldenPack.Entry entry = pack().entries().getFirst();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GoldenPack(List.of(entry, entry)))
                .withMessageContaining("twice");
    }

    @Test
    void every_truncation_is_refused() throws IOException {
        byte[] whole = bytes(pack());

        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part)).as("%d bytes", length).isInstanceOf(PackException.class);
        }
    }

    @Test
    void every_flipped_bit_is_refused() throws IOException {
        byte[] whole = bytes(pack());

        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> read(damaged)).as("bit %d", bit).isInstanceOf(PackException.class);
        }
    }

    @Test
    void damage_under_a_right_checksum_is_refused_or_read_but_never_breaks_the_reader() throws IOException {
        byte[] whole = bytes(pack());
        Random random = new Random(20_220_919);

        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change <= random.nextInt(3); change++) {
                int place = HEADER - Integer.BYTES + random.nextInt(whole.length - HEADER - 28);
                damaged[place] = random.nextBoolean() ? (byte) random.nextInt() : (byte) 0x7f;
            }
            assertThat(catchThrowable(() -> read(resealed(damaged))))
                    .as("round %d", round)
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown -> assertThat(thrown).isInstanceOf(PackException.class));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void a_forged_pack_is_refused_and_told_why(String about, byte[] content, String reason) {
        assertThatThrownBy(() -> read(sealed(content)))
                .as(about)
                .isInstanceOf(PackException.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> forgeries() {
        byte[] tensorOf2To62 = ints(0x40000000, 0x40000000, 0x40000000);
        return Stream.of(
                forgery("another version", start(2, 0), "its version is 2"),
                forgery("more entries than bytes", start(1, Integer.MAX_VALUE), "ends too early"),
                forgery("a negative number of entries", start(1, -1), "a length is -1"),
                forgery("a text longer than the pack", start(1, 1, ints(1000), new byte[100]), "ends too early"),
                forgery("text that is not UTF-8", start(1, 1, ints(1), new byte[] {(byte) 0xff}, room()), "UTF-8"),
                forgery("an unknown argument", start(1, 1, ints(0, 0, 1), new byte[] {9}, room()), "kind 9"),
                forgery(
                        "a tensor of 2^90 numbers",
                        start(1, 1, ints(0, 0, 0, 3), tensorOf2To62, room()),
                        "does not fit"),
                forgery("a negative dimension", start(1, 1, ints(0, 0, 0, 1, -1), room()), "negative dimension"),
                forgery("17 dimensions", start(1, 1, ints(0, 0, 0, 17), room()), "17 dimensions"),
                forgery("a switch of 2", start(1, 1, ints(0, 0, 1), new byte[] {5, 2}, room()), "a switch is 2"),
                forgery("bytes after the end", start(1, 0, new byte[3]), "3 bytes too many"),
                forgery("a key twice", start(1, 2, emptyEntry(), emptyEntry()), "a key twice"),
                forgery("another file", "GIF89a-and-much-more-of-it".getBytes(StandardCharsets.UTF_8), "begin"));
    }

    @Test
    void the_digest_depends_on_every_argument_and_on_the_golden() {
        Argument one = new Argument.OfTensor(Tensor.of(new float[] {1, 2}, 2));
        Argument reshaped = new Argument.OfTensor(Tensor.of(new float[] {1, 2}, 2, 1));
        Tensor golden = Tensor.scalar(0);

        assertThat(List.of(
                        GoldenPack.digest(List.of(one), golden),
                        GoldenPack.digest(List.of(reshaped), golden),
                        GoldenPack.digest(List.of(one, new Argument.OfInt(1)), golden),
                        GoldenPack.digest(List.of(one, new Argument.OfFloat(1)), golden),
                        GoldenPack.digest(List.of(one), Tensor.scalar(-0f))))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        assertThat(GoldenPack.digest(List.of(one), golden)).isEqualTo(GoldenPack.digest(List.of(one), golden));
    }

    private static GoldenPack pack() {
        GoldenCase full = new GoldenCase(
                List.of(
                        new Argument.OfTensor(input()),
                        new Argument.OfInts(new int[] {0, 2, -7}),
                        new Argument.OfInt(-3),
                        new Argument.OfFloat(1e-5f),
                        new Argument.OfBoolean(true)),
                Tensor.scalar(2.5f),
                List.of(new Misconception(
                        "unstable", "Subtract the maximum – always.", Tensor.of(new float[] {Float.NaN}, 1))),
                "abc");
        GoldenCase empty = new GoldenCase(List.of(), Tensor.zeros(3, 0, 2), List.of(), "");
        return new GoldenPack(List.of(new GoldenPack.Entry("conv2d/grün", full), new GoldenPack.Entry("empty", empty)));
    }

    private static Tensor input() {
        return Tensor.of(
                new float[] {
                    Float.intBitsToFloat(0x7fc12345), Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE, Float.MAX_VALUE, 1
                },
                2,
                3,
                1);
    }

    private static void assertSame(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).containsExactly(expected.shape());
        assertThat(bits(actual)).containsExactly(bits(expected));
    }

    private static int[] bits(Tensor tensor) {
        return IntStream.range(0, tensor.size())
                .map(index -> Float.floatToRawIntBits(tensor.data()[index]))
                .toArray();
    }

    private static Arguments forgery(String about, byte[] content, String reason) {
        return Arguments.of(about, content, reason);
    }

    private static byte[] start(int version, int entries, byte[]... rest) {
        byte[] content = concat(GoldenPack.MAGIC, ints(version, entries));
        for (byte[] part : rest) {
            content = concat(content, part);
        }
        return content;
    }

    private static byte[] emptyEntry() {
        return ints(0, 0, 0, 1, 0, 0);
    }

    private static byte[] room() {
        return new byte[200];
    }

    private static byte[] ints(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        bytes.asIntBuffer().put(numbers);
        return bytes.array();
    }

    private static byte[] concat(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    private static byte[] resealed(byte[] pack) {
        return sealed(Arrays.copyOf(pack, pack.length - GoldenPack.CHECKSUM_BYTES));
    }

    private static byte[] sealed(byte[] content) {
        return concat(content, Digests.sha256().digest(content));
    }

    private static byte[] bytes(GoldenPack pack) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pack.write(out);
        return out.toByteArray();
    }

    private static GoldenPack read(byte[] bytes) throws IOException {
        return GoldenPack.read(new ByteArrayInputStream(bytes));
    }
}
