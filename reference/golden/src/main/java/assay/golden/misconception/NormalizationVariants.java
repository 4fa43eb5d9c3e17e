package assay.golden.misconception;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.TorchCall;
import java.util.List;

/** Wrong variants of batch normalisation. */
final class NormalizationVariants {
    private static final int[] BATCH = {0, 2, 3};
    private static final int[] SAMPLE = {2, 3};
    private static final int[] LAYER = {1, 2, 3};
    private static final int[] EVERYTHING = {0, 1, 2, 3};

    static final List<Variant> ALL = List.of(
            new Variant(
                    "unbiased_variance",
                    "The variance was divided by one less than the number of values; batch normalisation divides by"
                            + " the number itself.",
                    NormalizationVariants::unbiased),
            new Variant(
                    "eps_outside_sqrt",
                    "Eps was added to the standard deviation; it is added to the variance, under the root.",
                    call -> centred(call).div(variance(call).sqrt().add(eps(call)))),
            new Variant(
                    "no_eps",
                    "Eps was left out: it is added to the variance, so that nothing is divided by zero.",
                    call -> centred(call).div(variance(call).sqrt())),
            new Variant(
                    "per_sample",
                    "Mean and variance were taken for each image by itself (instance normalisation); batch"
                            + " normalisation takes them for each channel over the whole batch.",
                    call -> normalized(call, SAMPLE)),
            new Variant(
                    "over_channels",
                    "Mean and variance were taken over all channels of an image (layer normalisation); batch"
                            + " normalisation takes them for each channel over the whole batch.",
                    call -> normalized(call, LAYER)),
            new Variant(
                    "over_everything",
                    "One mean and one variance were taken for the whole tensor; batch normalisation takes them for"
                            + " each channel.",
                    call -> normalized(call, EVERYTHING)),
            new Variant(
                    "divided_by_variance",
                    "The root is missing: batch normalisation divides by the root of variance plus eps.",
                    call -> centred(call).div(variance(call).add(eps(call)))),
            new Variant(
                    "mean_not_subtracted",
                    "The mean was not subtracted.",
                    call -> input(call).div(variance(call).add(eps(call)).sqrt())),
            new Variant("not_scaled", "The mean was subtracted, but nothing divided.", NormalizationVariants::centred));

    private NormalizationVariants() {}

    private static NDArray unbiased(TorchCall call) {
        double count = (double) input(call).size() / input(call).getShape().get(1);
        NDArray variance = variance(call).mul(count / (count - 1));
        return centred(call).div(variance.add(eps(call)).sqrt());
    }

    private static NDArray normalized(TorchCall call, int... axes) {
        NDArray input = input(call);
        NDArray centred = input.sub(mean(input, axes));
        return centred.div(mean(centred.square(), axes).add(eps(call)).sqrt());
    }

    private static NDArray centred(TorchCall call) {
        NDArray input = input(call);
        return input.sub(mean(input, BATCH));
    }

    private static NDArray variance(TorchCall call) {
        return mean(centred(call).square(), BATCH);
    }

    /** DJL's own mean reduces along one dimension only. */
    private static NDArray mean(NDArray input, int... axes) {
        NDArray sum = input.sum(axes, true);
        return sum.div((double) input.size() / sum.size());
    }

    private static NDArray input(TorchCall call) {
        return call.tensor("input");
    }

    private static float eps(TorchCall call) {
        return call.real("eps");
    }
}
