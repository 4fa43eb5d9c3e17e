package assay.runner.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that were frames once; whatever they have become, the reader stays on its feet. */
@Tag("slow")
class FrameMutationTest {
    private static final int INPUTS = Integer.getInteger("assay.fuzz.inputs", 200_000);
    /** Another one makes other inputs: for long runs by hand. */
    private static final long OTHER = Long.getLong("assay.fuzz.seed", 0);

    private static final int[] NASTY = {
        0, 1, -1, 2, 255, 256, 65_535, 1 << 16, 1 << 20, 1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1})
    void a_mutated_frame_is_a_frame_or_malformed_or_the_end(long first) throws Exception {
        long seed = first + OTHER;
        RandomGenerator random = new Random(seed);
        List<Frame> frames = Frames.all().stream()
                .filter(frame ->
                        frame instanceof FromRunner || frame instanceof FromCompiler || frame instanceof FromTrainer)
                .toList();
        int[] outcomes = new int[3];
        for (int i = 0; i < INPUTS; i++) {
            Frame frame = frames.get(random.nextInt(frames.size()));
            byte[] bytes = mutated(Frames.bytes(frame), random);
            try {
                Frame read = Frames.read(Frames.direction(frame), bytes);
                assertThat(Frames.bytes(read).length).isLessThanOrEqualTo(bytes.length);
                outcomes[0]++;
            } catch (MalformedFrameException e) {
                outcomes[1]++;
            } catch (EOFException e) {
                outcomes[2]++;
            } catch (RuntimeException e) {
                fail("seed " + seed + ", input " + i + " from " + frame + ": " + Arrays.toString(bytes), e);
            }
        }
        // Each way out is taken often, or the mutations are too tame or too wild to tell anything.
        assertThat(Arrays.stream(outcomes).min().orElseThrow()).isGreaterThan(INPUTS / 100);
    }

    private static byte[] mutated(byte[] bytes, RandomGenerator random) {
        byte[] changed = bytes;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(5)) {
                case 0 -> changed[at] = (byte) random.nextInt();
                case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> changed = Arrays.copyOf(changed, Math.max(1, at));
                case 3 -> changed = Arrays.copyOf(changed, changed.length + 1 + random.nextInt(20));
                default -> {
                    int place = Math.min(at, Math.max(0, changed.length - Integer.BYTES));
                    if (changed.length >= Integer.BYTES) {
                        ByteBuffer.wrap(changed)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putInt(place, NASTY[random.nextInt(NASTY.length)]);
                    }
                }
            }
        }
        return changed;
    }
}
