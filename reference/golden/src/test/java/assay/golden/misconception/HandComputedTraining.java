package assay.golden.misconception;

import static assay.golden.TestArguments.shape;
import static assay.golden.TestArguments.tensor;
import static assay.golden.misconception.HandComputed.example;
import static assay.golden.misconception.HandComputed.image;
import static assay.golden.misconception.HandComputed.list;
import static assay.golden.misconception.HandComputed.samples;

import assay.golden.misconception.HandComputed.Example;
import assay.kernels.Tensor;
import assay.kernels.call.Kernel;
import java.util.stream.Stream;

/** The same for gradients, optimisers and what surrounds the layers. */
final class HandComputedTraining {
    private static final double LN3 = Math.log(3);

    private HandComputedTraining() {}

    static Stream<Example> examples() {
        return Stream.of(gradients(), crossEntropyGradient(), sgd(), adam(), rmsprop(), counts(), residual(), rates())
                .flatMap(examples -> examples);
    }

    private static Stream<Example> gradients() {
        Tensor square = image(2, 2, 1, 2, 3, 4);
        Tensor input = list(-2, 3, 4);
        Tensor gradient = list(5, -6, 7);
        Kernel byInput = Kernel.CONV2D_INPUT_GRADIENT;
        Kernel byWeight = Kernel.CONV2D_WEIGHT_GRADIENT;
        Kernel linear = Kernel.LINEAR_WEIGHT_GRADIENT;
        return Stream.of(
                example(byInput, "kernel_not_turned", image(2, 2, 4, 3, 2, 1), image(1, 1, 1), square, 2, 2, 1, 0),
                example(byInput, "mean_over_batch", samples(3, 6), samples(2, 4), image(1, 1, 3), 1, 1, 1, 0),
                example(byWeight, "mean_over_batch", image(1, 1, 5.5), samples(1, 2), samples(3, 4), 1, 1, 1, 0),
                example(byWeight, "turned", image(2, 2, 4, 3, 2, 1), square, image(1, 1, 1), 2, 2, 1, 0),
                example(Kernel.RELU_GRADIENT, "no_grad_output", list(0, 1, 1), input, gradient),
                example(Kernel.RELU_GRADIENT, "sign_of_gradient", list(5, 0, 7), input, gradient),
                example(Kernel.RELU_GRADIENT, "output_times_gradient", list(0, -18, 28), input, gradient),
                example(Kernel.RELU_GRADIENT, "passed_on", gradient, input, gradient),
                example(
                        Kernel.MAX_POOL2D_GRADIENT,
                        "spread_evenly",
                        image(2, 2, 2, 2, 2, 2),
                        square,
                        image(1, 1, 8),
                        2,
                        2),
                example(linear, "transposed", tensor(shape(2, 1), 3, 6), row(1, 2), row(3)),
                example(linear, "mean_over_batch", row(5.5), tensor(shape(2, 1), 1, 2), tensor(shape(2, 1), 3, 4)));
    }

    /** The softmax is 1/4, 3/4 and 1/2, 1/2. */
    private static Stream<Example> crossEntropyGradient() {
        return Stream.of(
                entropy("sum_for_mean", -.75, .75, .5, -.5),
                entropy("no_softmax", -.5, LN3 / 2, 0, -.5),
                entropy("targets_not_subtracted", .125, .375, .25, .25),
                entropy("wrong_sign", .375, -.375, -.25, .25));
    }

    private static Example entropy(String variant, double... gradient) {
        return example(
                Kernel.CROSS_ENTROPY_GRADIENT,
                variant,
                tensor(shape(2, 2), gradient),
                tensor(shape(2, 2), 0, LN3, 0, 0),
                new int[] {0, 1});
    }

    /** From 1, with gradients of 1 and 1, a rate of 0.1 and a momentum of 0.5. */
    private static Stream<Example> sgd() {
        return Stream.of(
                sgd("no_momentum", 0, .9, .8),
                sgd("damped", 0, .95, .875),
                sgd("nesterov", 0, .85, .675),
                sgd("no_weight_decay", 1, .9, .75),
                sgd("wrong_sign", 0, 1.1, 1.25));
    }

    private static Example sgd(String variant, float decay, double first, double second) {
        Tensor after = tensor(shape(2, 1), first, second);
        return example(Kernel.SGD, variant, after, list(1), tensor(shape(2, 1), 1, 1), .1f, .5f, decay);
    }

    /** The averages are 1 and 1, corrected 2 and 4; epsilon is 0.5. */
    private static Stream<Example> adam() {
        return Stream.of(
                adam("no_bias_correction", 1 / 1.5),
                adam("eps_under_root", 2 / Math.sqrt(4.5)),
                adam("eps_before_correction", 2 / (1.5 / .5)),
                adam("no_root", 2 / 4.5));
    }

    private static Example adam(String variant, double change) {
        return example(Kernel.ADAM, variant, row(1 - .1 * change), list(1), row(2), .1f, .5f, .75f, .5f);
    }

    /** The square's average is 1; epsilon is 0.5. */
    private static Stream<Example> rmsprop() {
        return Stream.of(
                rmsprop("eps_under_root", 2 / Math.sqrt(1.5)),
                rmsprop("no_root", 2 / 1.5),
                rmsprop("alpha_swapped", 2 / (Math.sqrt(3) + .5)),
                rmsprop("sum_of_squares", 2 / 2.5));
    }

    private static Example rmsprop(String variant, double change) {
        return example(Kernel.RMSPROP, variant, row(1 - .1 * change), list(1), row(2), .1f, .75f, .5f);
    }

    private static Stream<Example> counts() {
        Kernel eval = Kernel.BATCH_NORM2D_EVAL;
        Tensor pair = image(1, 2, 1, 3);
        return Stream.of(
                confusion("transposed", 1, 0, 1, 1),
                confusion("correct_only", 1, 0, 0, 1),
                confusion("shares_of_all", 1 / 3., 1 / 3., 0, 1 / 3.),
                example(
                        eval,
                        "batch_statistics",
                        image(1, 2, -1 / Math.sqrt(1.5), 1 / Math.sqrt(1.5)),
                        pair,
                        list(1),
                        list(4),
                        .5f),
                example(eval, "no_root", image(1, 2, 0, 2 / 4.5), pair, list(1), list(4), .5f),
                example(eval, "eps_outside_root", image(1, 2, 0, .8), pair, list(1), list(4), .5f));
    }

    private static Example confusion(String variant, double... counts) {
        return example(
                Kernel.CONFUSION_MATRIX,
                variant,
                tensor(shape(2, 2), counts),
                new int[] {0, 0, 1},
                new int[] {0, 1, 1},
                2);
    }

    /** Convolutions that change nothing, and an epsilon of 3: -1, 1 becomes -1/2, 1/2, then 0, 1/2 and -1/7, 1/7. */
    private static Stream<Example> residual() {
        Tensor zeros = tensor(shape(2, 1, 3, 3), new double[18]);
        Tensor more = tensor(shape(2, 2, 3, 3), new double[36]);
        double unmasked = .5 / Math.sqrt(3.25);
        return Stream.of(
                kept("no_shortcut", 0, 1 / 7.),
                kept("no_last_relu", -8 / 7., 8 / 7.),
                kept("relu_before_sum", -1, 8 / 7.),
                kept("no_inner_relu", 0, 1 + unmasked),
                example(Kernel.RESIDUAL_BLOCK, "average_shortcut", samples(3, 3), twice(), same(), same(), 2, 3f),
                example(Kernel.RESIDUAL_BLOCK, "strided_shortcut", samples(1, 1), twice(), same(), same(), 2, 3f),
                example(
                        Kernel.RESIDUAL_BLOCK,
                        "zeros_in_front",
                        tensor(shape(2, 2, 1, 1), 0, 6, 0, 6),
                        twice(),
                        zeros,
                        more,
                        2,
                        3f));
    }

    private static Example kept(String variant, double left, double right) {
        return example(
                Kernel.RESIDUAL_BLOCK, variant, image(1, 2, left, right), image(1, 2, -1, 1), same(), same(), 1, 3f);
    }

    /** Two equal images, so that nothing is left of them once they are normalised. */
    private static Tensor twice() {
        return tensor(shape(2, 1, 2, 2), 1, 2, 3, 6, 1, 2, 3, 6);
    }

    private static Tensor same() {
        return image(3, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0);
    }

    private static Stream<Example> rates() {
        return Stream.of(
                rates("one_step_late", 1, 1, .5, .25),
                rates("first_milestone_only", 1, .5, .5, .5),
                rates("never", 1, 1, 1, 1));
    }

    private static Example rates(String variant, double... rates) {
        return example(Kernel.MULTI_STEP_LR, variant, list(rates), new int[] {1, 2, 3, 5}, new int[] {2, 4}, 1f, .5f);
    }

    private static Tensor row(double... numbers) {
        return tensor(shape(1, numbers.length), numbers);
    }
}
