package assay.golden.misconception;

import static assay.golden.torch.Functional.logSoftmax;
import static assay.golden.torch.Functional.softmax;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.TorchCall;
import java.util.List;

/** Wrong variants of softmax and its logarithm. */
final class SoftmaxVariants {
    private static final String UNSTABLE = "The exponential overflowed for large numbers: subtract the largest number"
            + " along dim before taking exponentials, which changes nothing else.";
    private static final String WRONG_DIM = "Softmax was taken along another dimension than dim.";
    private static final String WHOLE_TENSOR =
            "The whole tensor was taken as one distribution; there is one for each place outside dim.";

    static final List<Variant> SOFTMAX = List.of(
            new Variant("unstable", UNSTABLE, call -> overflowing(input(call), dim(call))),
            new Variant("wrong_dim", WRONG_DIM, call -> softmax(input(call), wrongDim(call))),
            new Variant(
                    "whole_tensor",
                    WHOLE_TENSOR,
                    call -> logOverEverything(call).exp()),
            new Variant(
                    "not_normalized",
                    "The exponentials were not divided by their sum.",
                    call -> input(call).exp()),
            new Variant(
                    "log_softmax",
                    "This is the logarithm of the softmax; the softmax itself is asked for.",
                    call -> logSoftmax(input(call), dim(call))));

    static final List<Variant> LOG_SOFTMAX = List.of(
            new Variant(
                    "unstable",
                    UNSTABLE,
                    call -> overflowing(input(call), dim(call)).log()),
            new Variant("wrong_dim", WRONG_DIM, call -> logSoftmax(input(call), wrongDim(call))),
            new Variant("whole_tensor", WHOLE_TENSOR, SoftmaxVariants::logOverEverything),
            new Variant(
                    "softmax",
                    "The logarithm is missing: this is the softmax itself.",
                    call -> softmax(input(call), dim(call))),
            new Variant(
                    "log2",
                    "The logarithm to base 2 was taken; log softmax has the natural one.",
                    call -> logSoftmax(input(call), dim(call)).div(Math.log(2))));

    private SoftmaxVariants() {}

    /** Softmax as the formula reads: infinite, and then NaN, as soon as an exponential is beyond all numbers. */
    static NDArray overflowing(NDArray input, int dim) {
        NDArray exponentials = input.exp();
        return exponentials.div(exponentials.sum(new int[] {dim}, true));
    }

    private static NDArray logOverEverything(TorchCall call) {
        NDArray input = input(call);
        return logSoftmax(input.flatten(), 0).reshape(input.getShape());
    }

    private static int wrongDim(TorchCall call) {
        int last = input(call).getShape().dimension() - 1;
        return Math.floorMod(dim(call), last + 1) == last ? Math.max(0, last - 1) : last;
    }

    private static NDArray input(TorchCall call) {
        return call.tensor("input");
    }

    private static int dim(TorchCall call) {
        return call.integer("dim");
    }
}
