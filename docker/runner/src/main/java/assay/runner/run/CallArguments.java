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
        if (argument.value() instanceof Tensor tensor) {
            return new Argument.OfTensor(tensor.copy());
        }
        return argument.value() instanceof int[] ints ? new Argument.OfInts(ints.clone()) : argument;
    }

    private static boolean differ(Argument original, Argument copy) {
        if (original.value() instanceof Tensor tensor) {
            return !(copy.value() instanceof Tensor used) || !Arrays.equals(tensor.data(), used.data());
        }
        return original.value() instanceof int[] ints
                && (!(copy.value() instanceof int[] used) || !Arrays.equals(ints, used));
    }
}
