package assay.golden.weights;

import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Tensor;
import assay.kernels.weights.SafetensorsWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that were whole once, damaged at random: they are read or refused, and nothing else. */
@Tag("slow")
class SafetensorsMutationTest {
    private static final int INPUTS = Integer.getInteger("assay.fuzz.inputs", 200_000);
    /** Another one makes other inputs: for long runs by hand. */
    private static final long OTHER = Long.getLong("assay.fuzz.seed", 0);

    private static final List<byte[]> WHOLE = List.of(
            SafetensorsWriter.bytes(tensors("conv1.weight", Tensor.zeros(2, 3), "fc1.bias", Tensor.scalar(1))),
            SafetensorsWriter.bytes(tensors("empty", Tensor.zeros(0, 3), "one", Tensor.of(new float[] {1}, 1))),
            SafetensorsWriter.bytes(Map.of()));
    private static final List<String> WORDS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\ud800",
            "\\u0000",
            "-1",
            "0",
            "1e400",
            "4.0",
            "NaN",
            "null",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "0,2147483647,2147483647",
            "\"__metadata__\":{\"a\":\"b\"},",
            "\"__proto__\":{},",
            "\"dtype\":\"F64\"",
            "\"shape\":[]",
            "\"data_offsets\":[0,4]",
            "[".repeat(2_000),
            "{\"a\":".repeat(1_000),
            "9".repeat(2_000),
            "\ufeff",
            "\n",
            " ");
    private static final long[] LENGTHS = {
        0, 1, 2, 255, 1L << 22, 1L << 31, 1L << 32, Long.MAX_VALUE, -1, Long.MIN_VALUE
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 2024)
    void a_damaged_file_of_weights_is_read_or_refused(long first) {
        long seed = first + OTHER;
        RandomGenerator random = new Random(seed);
        int[] outcomes = new int[2];
        for (int input = 0; input < INPUTS; input++) {
            byte[] file = damaged(random);
            outcomes[isRead(file, seed, input) ? 1 : 0]++;
        }
        assertThat(Arrays.stream(outcomes).min().orElseThrow()).isGreaterThan(INPUTS / 100);
    }

    private static boolean isRead(byte[] file, long seed, int input) {
        try {
            Map<String, Tensor> read = SafetensorsReader.read(file);
            long bytes = read.values().stream()
                    .mapToLong(tensor -> (long) tensor.size() * Float.BYTES)
                    .sum();
            assertThat(bytes).isLessThan(file.length);
            return true;
        } catch (SafetensorsException refusal) {
            assertThat(refusal.explanation()).isNotBlank();
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            throw new AssertionError(
                    "seed %d, input %d: %s".formatted(seed, input, new String(file, StandardCharsets.ISO_8859_1)), bug);
        }
    }

    /** The header's words, where its length may follow; then single bytes, and the file's own length. */
    private static byte[] damaged(RandomGenerator random) {
        byte[] file = WHOLE.get(random.nextInt(WHOLE.size())).clone();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            file = random.nextInt(3) == 0 ? withBytes(file, random) : withWords(file, random);
        }
        return file;
    }

    private static byte[] withWords(byte[] file, RandomGenerator random) {
        long header = file.length < Long.BYTES ? -1 : buffer(file).getLong();
        if (header < 0 || header > file.length - Long.BYTES) {
            return withBytes(file, random);
        }
        int data = Long.BYTES + (int) header;
        StringBuilder json = new StringBuilder(new String(file, Long.BYTES, (int) header, StandardCharsets.ISO_8859_1));
        int at = random.nextInt(json.length() + 1);
        int to = Math.min(json.length(), at + random.nextInt(6));
        json.replace(at, random.nextBoolean() ? to : at, random.nextInt(4) == 0 ? "" : pick(random));
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        byte[] changed = ByteBuffer.allocate(Long.BYTES + text.length + file.length - data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(random.nextInt(8) == 0 ? header : text.length)
                .put(text)
                .put(file, data, file.length - data)
                .array();
        return changed;
    }

    private static byte[] withBytes(byte[] file, RandomGenerator random) {
        if (file.length < Long.BYTES) {
            return Arrays.copyOf(file, random.nextInt(64));
        }
        switch (random.nextInt(4)) {
            case 0 -> file[random.nextInt(file.length)] = (byte) random.nextInt();
            case 1 -> buffer(file).putLong(0, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 2 -> {
                return Arrays.copyOf(file, random.nextInt(file.length));
            }
            default -> {
                return Arrays.copyOf(file, file.length + random.nextInt(1, 9));
            }
        }
        return file;
    }

    private static ByteBuffer buffer(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String pick(RandomGenerator random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static Map<String, Tensor> tensors(String first, Tensor one, String second, Tensor other) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(first, one);
        tensors.put(second, other);
        return tensors;
    }
}
