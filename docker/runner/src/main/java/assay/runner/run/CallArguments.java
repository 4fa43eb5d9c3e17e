package assay.runner.run;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments of one call, twice: as they came, and as the student's code gets them.
 *
 * @param originals never seen by the student's code
 * @param copies handed to it, perhaps written to
 */
record CallArguments(List<Argument> originals, List<Argument> copies) {
    static CallArguments copiesOf(List<Argument> originals) {
        List<Argument> copies = new ArrayList<>(originals.size());
        for (Argument original : originals) {
            copies.add(copyOf(original));
        }
        return new CallArguments(originals, copies);
    }

    /** Whether a number of an argument has other bits than before. */
    boolean changed() {
        for (int i = 0; i < originals.size(); i++) {
            if (differ(originals.get(i), copies.get(i))) {
                return true;
            }
        }
        return false;
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
