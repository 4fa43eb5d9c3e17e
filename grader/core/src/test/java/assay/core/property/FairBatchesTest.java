package assay.core.property;

import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FairBatchesTest {
    private static final int SAMPLES = 1000;

    @Test
    void right_batches_are_accepted_whatever_the_seed() {
        for (int seed = 0; seed < 300; seed++) {
            assertThat(batches(shuffled(seed), shuffled(seed + 1)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void wrong_batches_are_told_what_is_wrong() {
        int[] inOrder =
                IntStream.range(0, SAMPLES).map(sample -> sample * 5 / SAMPLES).toArray();
        int[] short0 = shuffled(1);
        short0[indexOf(short0, 0)] = 1;
        int[] outside = shuffled(1);
        outside[3] = 5;

        assertThat(batches(inOrder, shuffled(2)))
                .hasValueSatisfying(
                        wrong -> assertThat(wrong).contains("In epoch 1").contains("in their order"));
        assertThat(batches(shuffled(1), short0))
                .hasValueSatisfying(wrong ->
                        assertThat(wrong).isEqualTo("In epoch 2, batch 0 has 199 samples; it should have 200."));
        assertThat(batches(shuffled(1), outside))
                .hasValueSatisfying(
                        wrong -> assertThat(wrong).contains("batch 5.0").contains("0 to 4"));
        assertThat(batches(shuffled(1), shuffled(2), shuffled(1)))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("Epochs 1 and 3 have the same batches"));
    }

    @Test
    void the_last_batch_has_what_is_left() {
        int[] left = shuffled(3, 300);

        assertThat(batches(300, left)).isEmpty();

        left[indexOf(left, 3)] = 2;
        assertThat(batches(300, left))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("batch 2 has 301 samples; it should have 300"));
    }

    private static Optional<String> batches(int[]... epochs) {
        return batches(200, epochs);
    }

    private static Optional<String> batches(int size, int[]... epochs) {
        Tensor output = Tensor.zeros(epochs.length, SAMPLES);
        for (int row = 0; row < epochs.length; row++) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                output.set(epochs[row][sample], row, sample);
            }
        }
        List<Argument> arguments = List.of(
                new Argument.OfInt(SAMPLES),
                new Argument.OfInt(size),
                new Argument.OfInt(epochs.length),
                new Argument.OfInt(1));
        return new FairBatches().broken(arguments, output);
    }

    /** Five batches of 200, or so many of another size. */
    private static int[] shuffled(int seed) {
        return shuffled(seed, 200);
    }

    private static int[] shuffled(int seed, int size) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, SAMPLES).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(place -> place / size).toArray();
    }

    private static int indexOf(int[] batches, int batch) {
        return IntStream.range(0, batches.length)
                .filter(i -> batches[i] == batch)
                .findFirst()
                .orElseThrow();
    }
}
