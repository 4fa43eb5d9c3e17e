package assay.core.property;

import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PropertyTest {
    private static final int SIZE = 10_000;
    private static final int SAMPLES = 1000;
    private static final float P = 0.25f;

    @Test
    void a_right_dropout_is_accepted_whatever_the_seed() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            assertThat(dropout(place -> random.nextFloat() < P ? 0 : input(place) / (1 - P)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void a_wrong_dropout_is_told_what_is_wrong() {
        Random random = new Random(1);
        assertThat(dropout(place -> random.nextFloat() < P ? 0 : input(place)))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("over 1 - p"));
        assertThat(dropout(place -> random.nextFloat() < 1 - P ? 0 : input(place) / (1 - P)))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("should be about 2500"));
        assertThat(dropout(place -> place % 4 == 0 ? 0 : input(place) / (1 - P)))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("in turn"));
        boolean[] blocks = new boolean[SIZE];
        IntStream.range(0, SIZE)
                .forEach(place -> blocks[place] = place % 16 == 0 ? random.nextFloat() < P : blocks[place - 1]);
        assertThat(dropout(place -> blocks[place] ? 0 : input(place) / (1 - P))).isPresent();
        assertThat(dropout(place -> Double.NaN)).isPresent();
        assertThat(dropout(place -> 0)).isPresent();
    }

    @Test
    void after_training_nothing_changes() {
        assertThat(dropout(false, PropertyTest::input)).isEmpty();
        assertThat(dropout(false, place -> place == 7 ? 0 : input(place)))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("when not training"));
    }

    @Test
    void right_folds_are_accepted_whatever_the_seed() {
        for (int seed = 0; seed < 300; seed++) {
            assertThat(folds(shuffled(seed), shuffled(seed + 1), shuffled(seed)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void wrong_folds_are_told_what_is_wrong() {
        int[] blocks =
                IntStream.range(0, SAMPLES).map(sample -> sample * 5 / SAMPLES).toArray();
        int[] inTurn = IntStream.range(0, SAMPLES).map(sample -> sample % 5).toArray();
        int[] uneven = shuffled(1);
        uneven[indexOf(uneven, 0)] = 1;
        int[] outside = shuffled(1);
        outside[3] = 5;

        assertThat(folds(blocks, shuffled(2), blocks))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("in their order"));
        assertThat(folds(inTurn, shuffled(2), inTurn))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("in their order"));
        assertThat(folds(uneven, shuffled(2), uneven))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("may differ by 1"));
        assertThat(folds(outside, shuffled(2), outside))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("fold 5.0"));
        assertThat(folds(shuffled(1), shuffled(1), shuffled(1)))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("one and the same"));
        assertThat(folds(shuffled(1), shuffled(2), shuffled(3)))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("two different"));
    }

    @Test
    void kernels_without_chance_have_none() {
        assertThat(Property.of(Kernel.CONV2D)).isEmpty();
        assertThat(Property.of(Kernel.DROPOUT)).isPresent();
    }

    private static Optional<String> dropout(IntToDoubleFunction output) {
        return dropout(true, output);
    }

    private static Optional<String> dropout(boolean training, IntToDoubleFunction output) {
        List<Argument> arguments = List.of(
                new Argument.OfTensor(tensor(PropertyTest::input)),
                new Argument.OfFloat(P),
                new Argument.OfBoolean(training),
                new Argument.OfInt(1));
        return new FairDropout().broken(arguments, tensor(output));
    }

    /** The seeds 4, 9 and 4 once more. */
    private static Optional<String> folds(int[]... splits) {
        Tensor output = Tensor.zeros(splits.length, SAMPLES);
        for (int row = 0; row < splits.length; row++) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                output.set(splits[row][sample], row, sample);
            }
        }
        return new FairFolds()
                .broken(
                        List.of(new Argument.OfInt(SAMPLES), new Argument.OfInt(5), new Argument.OfInts(new int[] {
                            4, 9, 4
                        })),
                        output);
    }

    private static int[] shuffled(int seed) {
        List<Integer> folds = new ArrayList<>(
                IntStream.range(0, SAMPLES).map(sample -> sample % 5).boxed().toList());
        Collections.shuffle(folds, new Random(seed));
        return folds.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int indexOf(int[] folds, int fold) {
        return IntStream.range(0, folds.length)
                .filter(i -> folds[i] == fold)
                .findFirst()
                .orElseThrow();
    }

    private static float input(int place) {
        return 1 + place % 17;
    }

    private static Tensor tensor(IntToDoubleFunction number) {
        Tensor tensor = Tensor.zeros(100, 100);
        IntStream.range(0, SIZE).forEach(place -> tensor.data()[place] = (float) number.applyAsDouble(place));
        return tensor;
    }
}
