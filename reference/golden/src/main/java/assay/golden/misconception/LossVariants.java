package assay.golden.misconception;

import static assay.golden.torch.Functional.logSoftmax;
import static assay.golden.torch.Functional.nllLoss;
import static assay.golden.torch.Functional.pick;
import static assay.golden.torch.Functional.softmax;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.TorchCall;
import java.util.List;

/** Wrong variants of cross entropy. */
final class LossVariants {
    static final List<Variant> CROSS_ENTROPY = List.of(
            new Variant(
                    "sum_for_mean",
                    "The losses of the samples were added up; cross entropy is their mean.",
                    call -> pick(logSoftmax(logits(call), 1), targets(call))
                            .sum()
                            .neg()),
            new Variant(
                    "unstable",
                    "The exponential overflowed for large logits: subtract the largest logit of each row before"
                            + " taking exponentials, which changes nothing else.",
                    call -> nllLoss(SoftmaxVariants.overflowing(logits(call), 1).log(), targets(call))),
            new Variant(
                    "no_log_softmax",
                    "The logits were used as if they were log probabilities; they go through log softmax first.",
                    call -> nllLoss(logits(call), targets(call))),
            new Variant(
                    "log_of_logits",
                    "The logarithm of the logits was taken; they go through softmax first.",
                    call -> nllLoss(logits(call).log(), targets(call))),
            new Variant(
                    "no_log",
                    "The probabilities were used without their logarithm: the loss of a sample is -log p(target).",
                    call -> nllLoss(softmax(logits(call), 1), targets(call))),
            new Variant(
                    "softmax_twice",
                    "Softmax was taken twice; the logits go through it once.",
                    call -> nllLoss(logSoftmax(softmax(logits(call), 1), 1), targets(call))),
            new Variant(
                    "log2",
                    "The logarithm to base 2 was taken; cross entropy has the natural one.",
                    call -> nllLoss(logSoftmax(logits(call), 1), targets(call)).div(Math.log(2))),
            new Variant(
                    "wrong_sign",
                    "The sign is wrong: the loss is minus the mean log probability of the targets.",
                    call -> nllLoss(logSoftmax(logits(call), 1), targets(call)).neg()),
            new Variant(
                    "mean_over_classes",
                    "The sum was divided by the number of samples times that of classes; the mean is over the samples"
                            + " alone.",
                    call -> nllLoss(logSoftmax(logits(call), 1), targets(call))
                            .div(logits(call).getShape().get(1))),
            new Variant(
                    "softmax_over_batch",
                    "Softmax was taken over the samples; it is taken over the classes of each sample.",
                    call -> nllLoss(logSoftmax(logits(call), 0), targets(call))));

    private LossVariants() {}

    private static NDArray logits(TorchCall call) {
        return call.tensor("logits");
    }

    private static NDArray targets(TorchCall call) {
        return call.indices("targets");
    }
}
