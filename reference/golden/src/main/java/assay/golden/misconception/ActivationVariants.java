package assay.golden.misconception;

import static assay.golden.torch.Functional.leakyRelu;
import static assay.golden.torch.Functional.relu;
import static assay.golden.torch.Functional.sigmoid;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.TorchCall;
import java.util.List;

/** Wrong variants of the functions that work on each number by itself. */
final class ActivationVariants {
    private static final float USUAL_SLOPE = 0.01f;

    static final List<Variant> SIGMOID = List.of(
            new Variant(
                    "unstable",
                    "The exponential overflowed for large numbers: take 1 / (1 + exp(-x)), or the form whose exponent"
                            + " is not positive.",
                    call -> input(call).exp().div(input(call).exp().add(1))),
            new Variant(
                    "wrong_sign",
                    "The sign of the exponent is wrong: sigmoid is 1 / (1 + exp(-x)).",
                    call -> sigmoid(input(call).neg())),
            new Variant(
                    "tanh",
                    "This is the hyperbolic tangent, from -1 to 1; sigmoid goes from 0 to 1.",
                    call -> input(call).tanh()),
            new Variant(
                    "derivative",
                    "This is the derivative of the sigmoid; the sigmoid itself is asked for.",
                    call -> sigmoid(input(call)).mul(sigmoid(input(call).neg()))));

    static final List<Variant> RELU = List.of(
            new Variant(
                    "negative_kept",
                    "The negative numbers were kept and the positive ones dropped; it is the other way round.",
                    call -> relu(input(call).neg()).neg()),
            new Variant(
                    "absolute_value",
                    "Negative numbers became positive; they become 0.",
                    call -> input(call).abs()),
            new Variant(
                    "leaky",
                    "Negative numbers were multiplied by 0.01 (leaky ReLU); they become 0.",
                    call -> leakyRelu(input(call), USUAL_SLOPE)),
            new Variant(
                    "step",
                    "Positive numbers became 1; they stay as they are.",
                    call -> input(call).sign().maximum(0)));

    static final List<Variant> LEAKY_RELU = List.of(
            new Variant(
                    "slope_on_positive",
                    "The positive numbers were multiplied by the slope; the negative ones are.",
                    call -> leakyRelu(input(call).neg(), slope(call)).neg()),
            new Variant(
                    "no_slope",
                    "Negative numbers became 0 (ReLU); they are multiplied by the slope.",
                    call -> relu(input(call))),
            new Variant(
                    "usual_slope",
                    "The slope was taken as 0.01, whatever is given.",
                    call -> leakyRelu(input(call), USUAL_SLOPE)),
            new Variant(
                    "wrong_sign",
                    "Negative numbers became positive: the slope is multiplied with the number, not with its absolute"
                            + " value.",
                    call -> leakyRelu(input(call), -slope(call))),
            new Variant(
                    "slope_for_value",
                    "Negative numbers became the slope itself; they are multiplied by it.",
                    call -> relu(input(call))
                            .add(input(call)
                                    .lt(0)
                                    .toType(input(call).getDataType(), false)
                                    .mul(slope(call)))));

    private ActivationVariants() {}

    private static NDArray input(TorchCall call) {
        return call.tensor("input");
    }

    private static float slope(TorchCall call) {
        return call.real("negative_slope");
    }
}
