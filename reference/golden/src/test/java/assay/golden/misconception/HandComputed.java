package assay.golden.misconception;

import static assay.golden.TestArguments.arguments;
import static assay.golden.TestArguments.shape;
import static assay.golden.TestArguments.tensor;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.List;
import java.util.stream.Stream;

/** Variants of calls so small that their outputs can be computed by hand. */
final class HandComputed {
    private static final double LN3 = Math.log(3);
    private static final double INF = Double.POSITIVE_INFINITY;

    private HandComputed() {}

    /** What a variant gives for a call. */
    record Example(Kernel kernel, String variant, Tensor output, List<Argument> arguments) {
        @Override
        public String toString() {
            return kernel.torchName() + " " + variant;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                        maxPooling(),
                        averagePooling(),
                        adaptivePooling(),
                        convolution(),
                        normalization(),
                        crossEntropy(),
                        softmax(),
                        logSoftmax(),
                        activations(),
                        layers(),
                        network(),
                        HandComputedTraining.examples(),
                        HandComputedData.examples())
                .flatMap(examples -> examples);
    }

    private static Stream<Example> maxPooling() {
        Kernel kernel = Kernel.MAX_POOL2D;
        Tensor square = image(2, 2, 1, 2, 3, 4);
        Tensor nine = image(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Tensor negative = image(2, 2, -1, -2, -3, -4);
        return Stream.of(
                example(kernel, "zero_padding", image(2, 2, 0, 0, 0, 0), negative, 2, 2, 1),
                example(kernel, "ceil_mode", image(2, 2, 5, 6, 8, 9), nine, 2, 2, 0),
                example(kernel, "padding_ignored", image(1, 1, 4), square, 2, 2, 1),
                example(kernel, "stride_ignored", nine, nine, 1, 2, 0),
                example(kernel, "stride_is_kernel_size", image(1, 1, 5), nine, 2, 1, 0),
                example(
                        kernel,
                        "swapped_height_width",
                        image(3, 2, 1, 4, 2, 5, 3, 6),
                        image(2, 3, 1, 2, 3, 4, 5, 6),
                        1,
                        1,
                        0),
                example(kernel, "first_channel_only", channels(3, 3), channels(3, 9), 1, 1, 0),
                example(kernel, "mean_instead_of_max", image(1, 1, 2.5), square, 2, 2, 0),
                example(kernel, "min_instead_of_max", image(1, 1, 1), square, 2, 2, 0));
    }

    private static Stream<Example> averagePooling() {
        Kernel kernel = Kernel.AVG_POOL2D;
        Tensor square = image(2, 2, 1, 2, 3, 4);
        Tensor nine = image(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        return Stream.of(
                example(kernel, "exclude_padding", image(2, 2, 4, 4, 4, 4), image(1, 1, 4), 2, 1, 1, true),
                example(kernel, "include_padding", image(2, 2, 1, 1, 1, 1), image(1, 1, 4), 2, 1, 1, false),
                example(kernel, "ceil_mode", image(2, 2, 3, 4.5, 7.5, 9), nine, 2, 2, 0, true),
                example(kernel, "padding_ignored", image(1, 1, 2.5), square, 2, 2, 1, true),
                example(kernel, "stride_ignored", nine, nine, 1, 2, 0, true),
                example(kernel, "stride_is_kernel_size", image(1, 1, 3), nine, 2, 1, 0, false),
                example(
                        kernel,
                        "swapped_height_width",
                        image(3, 2, 1, 4, 2, 5, 3, 6),
                        image(2, 3, 1, 2, 3, 4, 5, 6),
                        1,
                        1,
                        0,
                        true),
                example(kernel, "first_channel_only", channels(3, 3), channels(3, 9), 1, 1, 0, true),
                example(kernel, "sum_for_mean", image(1, 1, 10), square, 2, 2, 0, true),
                example(kernel, "max_instead_of_mean", image(1, 1, 4), square, 2, 2, 0, true));
    }

    private static Stream<Example> adaptivePooling() {
        Kernel kernel = Kernel.ADAPTIVE_AVG_POOL2D;
        Tensor row = image(1, 5, 1, 2, 3, 4, 10);
        Tensor square = image(2, 2, 1, 2, 3, 4);
        return Stream.of(
                example(kernel, "windows_of_one_size", image(1, 3, 2, 3, 17 / 3.), row, 1, 3),
                example(kernel, "windows_end_rounded_down", image(1, 3, 1, 2.5, 7), row, 1, 3),
                example(kernel, "swapped_height_width", image(2, 1, 1.5, 3.5), square, 1, 2),
                example(kernel, "max_instead_of_mean", image(1, 3, 2, 4, 10), row, 1, 3));
    }

    private static Stream<Example> convolution() {
        Kernel kernel = Kernel.CONV2D;
        Tensor square = image(2, 2, 1, 2, 3, 4);
        Tensor two = channels(1, 2);
        Tensor ones = channels(1, 1);
        Tensor ten = list(10);
        Tensor none = list(0);
        return Stream.of(
                example(kernel, "flipped_kernel", image(1, 1, 14), square, image(2, 2, 1, 0, 0, 0), ten, 1, 0),
                example(kernel, "no_bias", image(1, 1, 1), square, image(2, 2, 1, 0, 0, 0), ten, 1, 0),
                example(kernel, "bias_once_per_input_channel", image(1, 1, 23), two, ones, ten, 1, 0),
                example(kernel, "first_channel_only", image(1, 1, 11), two, ones, ten, 1, 0),
                example(kernel, "mean_over_channels", image(1, 1, 11.5), two, ones, ten, 1, 0),
                example(kernel, "padding_ignored", image(1, 1, 16), image(1, 1, 2), image(1, 1, 3), ten, 1, 1),
                example(
                        kernel,
                        "stride_ignored",
                        image(1, 3, 2, 4, 6),
                        image(1, 3, 1, 2, 3),
                        image(1, 1, 2),
                        none,
                        2,
                        0),
                example(kernel, "transposed_kernel", image(1, 1, 3), square, image(2, 2, 0, 1, 0, 0), none, 1, 0),
                example(
                        kernel,
                        "swapped_height_width",
                        image(2, 1, 3, 6),
                        image(1, 2, 1, 2),
                        image(1, 1, 3),
                        none,
                        1,
                        0));
    }

    /** Mean 3, variance 4. */
    private static Stream<Example> normalization() {
        Kernel kernel = Kernel.BATCH_NORM2D;
        Tensor input = samples(1, 5);
        return Stream.of(
                example(kernel, "unbiased_variance", samples(-2 / Math.sqrt(13), 2 / Math.sqrt(13)), input, 5f),
                example(kernel, "eps_outside_sqrt", samples(-2 / 7., 2 / 7.), input, 5f),
                example(kernel, "no_eps", samples(-1, 1), input, 5f),
                example(kernel, "no_eps", samples(Double.NaN, Double.NaN), samples(2, 2), 5f),
                example(kernel, "per_sample", samples(0, 0), input, 5f),
                example(
                        kernel,
                        "over_channels",
                        tensor(shape(2, 2, 1, 1), -Math.sqrt(.5), Math.sqrt(.5), 0, 0),
                        tensor(shape(2, 2, 1, 1), 1, 3, 5, 5),
                        1f),
                example(
                        kernel,
                        "over_everything",
                        tensor(shape(2, 2, 1, 1), -Math.sqrt(.5), Math.sqrt(.5), -Math.sqrt(.5), Math.sqrt(.5)),
                        tensor(shape(2, 2, 1, 1), 0, 2, 0, 2),
                        1f),
                example(kernel, "divided_by_variance", samples(-2 / 9., 2 / 9.), input, 5f),
                example(kernel, "mean_not_subtracted", samples(1 / 3., 5 / 3.), input, 5f),
                example(kernel, "not_scaled", samples(-2, 2), input, 5f));
    }

    /** Probabilities 1/4, 3/4 and 1/2, 1/2. */
    private static Stream<Example> crossEntropy() {
        Kernel kernel = Kernel.CROSS_ENTROPY;
        Tensor logits = tensor(shape(2, 2), 0, LN3, 0, 0);
        int[] targets = {1, 1};
        double loss = (Math.log(4 / 3.) + Math.log(2)) / 2;
        double twice = (Math.log(1 + Math.exp(-.5)) + Math.log(2)) / 2;
        return Stream.of(
                example(kernel, "sum_for_mean", scalar(2 * loss), logits, targets),
                example(kernel, "unstable", scalar(Double.NaN), tensor(shape(1, 2), 1000, 0), new int[] {0}),
                example(kernel, "unstable", scalar(INF), tensor(shape(1, 2), 1000, 0), new int[] {1}),
                example(kernel, "no_log_softmax", scalar(-LN3 / 2), logits, targets),
                example(kernel, "log_of_logits", scalar(-LN3), tensor(shape(1, 2), 3, 1), new int[] {0}),
                example(kernel, "no_log", scalar(-1.25 / 2), logits, targets),
                example(kernel, "softmax_twice", scalar(twice), logits, targets),
                example(kernel, "log2", scalar(loss / Math.log(2)), logits, targets),
                example(kernel, "wrong_sign", scalar(-loss), logits, targets),
                example(kernel, "mean_over_classes", scalar(loss / 2), logits, targets),
                example(kernel, "softmax_over_batch", scalar((Math.log(4 / 3.) + Math.log(4)) / 2), logits, targets));
    }

    private static Stream<Example> softmax() {
        Kernel kernel = Kernel.SOFTMAX;
        Tensor row = tensor(shape(1, 2), 0, LN3);
        Tensor column = tensor(shape(2, 1), 0, LN3);
        Tensor large = tensor(shape(1, 2), 1000, 0);
        return Stream.of(
                example(kernel, "unstable", tensor(shape(1, 2), Double.NaN, 0), large, 1),
                example(kernel, "wrong_dim", tensor(shape(2, 1), .25, .75), column, 1),
                example(kernel, "wrong_dim", tensor(shape(1, 2), .25, .75), row, 0),
                example(kernel, "whole_tensor", tensor(shape(2, 1), .25, .75), column, 1),
                example(kernel, "not_normalized", tensor(shape(1, 2), 1, 3), row, 1),
                example(kernel, "log_softmax", tensor(shape(1, 2), Math.log(.25), Math.log(.75)), row, 1));
    }

    private static Stream<Example> logSoftmax() {
        Kernel kernel = Kernel.LOG_SOFTMAX;
        Tensor row = tensor(shape(1, 2), 0, LN3);
        Tensor column = tensor(shape(2, 1), 0, LN3);
        Tensor large = tensor(shape(1, 2), 1000, 0);
        return Stream.of(
                example(kernel, "unstable", tensor(shape(1, 2), Double.NaN, -INF), large, -1),
                example(kernel, "wrong_dim", tensor(shape(2, 1), Math.log(.25), Math.log(.75)), column, 1),
                example(kernel, "whole_tensor", tensor(shape(2, 1), Math.log(.25), Math.log(.75)), column, 1),
                example(kernel, "softmax", tensor(shape(1, 2), .25, .75), row, 1),
                example(kernel, "log2", tensor(shape(1, 2), -2, Math.log(.75) / Math.log(2)), row, 1));
    }

    private static Stream<Example> activations() {
        Tensor input = list(-2, 3);
        return Stream.of(
                example(Kernel.SIGMOID, "unstable", list(Double.NaN, 0.75), list(1000, LN3)),
                example(Kernel.SIGMOID, "wrong_sign", list(.5, .25), list(0, LN3)),
                example(Kernel.SIGMOID, "tanh", list(0, .8), list(0, LN3)),
                example(Kernel.SIGMOID, "derivative", list(.25, .1875), list(0, LN3)),
                example(Kernel.RELU, "negative_kept", list(-2, 0), input),
                example(Kernel.RELU, "absolute_value", list(2, 3), input),
                example(Kernel.RELU, "leaky", list(-.02, 3), input),
                example(Kernel.RELU, "step", list(0, 1), input),
                example(Kernel.LEAKY_RELU, "slope_on_positive", list(-2, 1.5), input, .5f),
                example(Kernel.LEAKY_RELU, "no_slope", list(0, 3), input, .5f),
                example(Kernel.LEAKY_RELU, "usual_slope", list(-.02, 3), input, .5f),
                example(Kernel.LEAKY_RELU, "wrong_sign", list(1, 3), input, .5f),
                example(Kernel.LEAKY_RELU, "slope_for_value", list(.5, 3), input, .5f));
    }

    private static Stream<Example> layers() {
        Tensor input = tensor(shape(1, 2), 1, 2);
        Tensor weight = tensor(shape(2, 2), 1, 2, 3, 4);
        Tensor bias = list(10, 20);
        Tensor cube = tensor(shape(1, 2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8);
        return Stream.of(
                example(Kernel.LINEAR, "no_bias", tensor(shape(1, 2), 5, 11), input, weight, bias),
                example(Kernel.LINEAR, "weight_not_transposed", tensor(shape(1, 2), 17, 30), input, weight, bias),
                example(Kernel.LINEAR, "bias_once_per_input_feature", tensor(shape(1, 2), 25, 51), input, weight, bias),
                example(Kernel.LINEAR, "bias_subtracted", tensor(shape(1, 2), -5, -9), input, weight, bias),
                example(Kernel.FLATTEN, "column_major", tensor(shape(1, 8), 1, 5, 3, 7, 2, 6, 4, 8), cube),
                example(Kernel.FLATTEN, "channels_last", tensor(shape(1, 8), 1, 5, 2, 6, 3, 7, 4, 8), cube),
                example(Kernel.FLATTEN, "batch_flattened", list(1, 2, 3, 4, 5, 6, 7, 8), cube));
    }

    /** Pools to 4, or to -4 with a bias of -8; the hidden layer is that and its negative; logits are ln 3 at most. */
    private static Stream<Example> network() {
        return Stream.of(
                net("no_softmax", 0, LN3, 0),
                net("no_relu", 0, .9, .1),
                net("log_softmax", 0, Math.log(.75), Math.log(.25)),
                net("softmax_over_batch", 0, 1, 1),
                net("relu_after_convolution", -8, .5, .5),
                net("average_pooling", 0, Math.pow(3, .625) / (1 + Math.pow(3, .625)), 1 / (1 + Math.pow(3, .625))));
    }

    private static Example net(String variant, double convBias, double left, double right) {
        return example(
                Kernel.SIMPLE_CONV_NET,
                variant,
                tensor(shape(1, 2), left, right),
                image(2, 2, 1, 2, 3, 4),
                image(1, 1, 1),
                list(convBias),
                tensor(shape(2, 1), 1, -1),
                list(0, 0),
                tensor(shape(2, 2), LN3 / 4, 0, 0, LN3 / 4),
                list(0, 0));
    }

    static Example example(Kernel kernel, String variant, Tensor output, Object... values) {
        return new Example(kernel, variant, output, arguments(values));
    }

    static Tensor image(int height, int width, double... numbers) {
        return tensor(shape(1, 1, height, width), numbers);
    }

    private static Tensor channels(double... numbers) {
        return tensor(shape(1, numbers.length, 1, 1), numbers);
    }

    static Tensor samples(double... numbers) {
        return tensor(shape(numbers.length, 1, 1, 1), numbers);
    }

    static Tensor list(double... numbers) {
        return tensor(shape(numbers.length), numbers);
    }

    private static Tensor scalar(double number) {
        return tensor(shape(), number);
    }
}
