package assay.runner.run;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The arguments of one call, twice: as they came, and as the student's code gets them.
 *
 * @param originals never seen by the student's code
 * @param copies handed to it, perhaps written to
 */
record CallArguments(List<Argument> originals, List<Argument> copies) {
    static CallArguments copiesOf(List<Argument> originals) {
        return new CallArguments(
                originals, originals.stream().map(CallArguments::copyOf).toList());
    }

    /** Whether a number of an argument has other bits than before. */
    boolean changed() {
        return IntStream.range(0, originals.size()).anyMatch(i -> differ(originals.get(i), copies.get(i)));
    }

    private static Argument copyOf(Argument argument) {
        return switch (argument) {
            case Argument.OfTensor(Tensor tensor) -> new Argument.OfTensor(tensor.copy());
            case Argument.OfInts(int[] ints) -> new Argument.OfInts(ints.clone());
            case Argument.OfInt number -> number;
            case Argument.OfFloat number -> number;
            case Argument.OfBoolean flag -> flag;
        };
    }

    private static boolean differ(Argument original, Argument copy) {
        return switch (original) {
            case Argument.OfTensor(Tensor tensor) ->
                !(copy.value() instanceof Tensor used) || !Arrays.equals(tensor.data(), used.data());
            case Argument.OfInts(int[] ints) -> !(copy.value() instanceof int[] used) || !Arrays.equals(ints, used);
            case Argument.OfInt number -> false;
            case Argument.OfFloat number -> false;
            case Argument.OfBoolean flag -> false;
        };
    }
}
