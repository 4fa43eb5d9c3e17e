package assay.core.assignment;

import assay.core.assignment.CaseArguments.Misfit;
import assay.kernels.call.Kernel;
import java.util.List;

/** Whether a kernel can take the arguments of a case: what PyTorch would refuse is refused before it is asked. */
final class KernelShapes {
    private static final int IMAGES = 4;
    private static final String POOLED = " after pooling";

    private KernelShapes() {}

    /**
     * What does not fit.
     *
     * @param specs one a parameter of the kernel, of its type
     */
    static List<Misfit> check(Kernel kernel, List<ArgumentSpec> specs) {
        CaseArguments arguments = new CaseArguments(kernel, specs);
        switch (kernel) {
            case MAX_POOL2D, AVG_POOL2D -> pool(arguments);
            case CONV2D -> conv(arguments, "weight", "bias", arguments.whole("stride"), arguments.whole("padding"));
            case BATCH_NORM2D -> batchNorm(arguments);
            case CROSS_ENTROPY -> crossEntropy(arguments);
            case SIGMOID, RELU, LEAKY_RELU -> {} // take every shape
            case LINEAR -> linear(arguments);
            case FLATTEN ->
                arguments.require(
                        arguments.shape("input").size() >= 2,
                        "input",
                        "must have 2 dimensions or more: the first stays, the others are flattened");
            case SOFTMAX, LOG_SOFTMAX -> softmax(arguments);
            case ADAPTIVE_AVG_POOL2D -> adaptivePool(arguments);
            case SIMPLE_CONV_NET -> simpleConvNet(arguments);
            case CONV2D_INPUT_GRADIENT,
                    CONV2D_WEIGHT_GRADIENT,
                    RELU_GRADIENT,
                    MAX_POOL2D_GRADIENT,
                    LINEAR_WEIGHT_GRADIENT,
                    CROSS_ENTROPY_GRADIENT -> GradientShapes.check(kernel, arguments);
            case SGD,
                    ADAM,
                    RMSPROP,
                    CONFUSION_MATRIX,
                    K_FOLD,
                    DROPOUT,
                    BATCH_NORM2D_EVAL,
                    RESIDUAL_BLOCK,
                    MULTI_STEP_LR,
                    IMAGES_FROM_COLUMNS,
                    MINI_BATCHES -> TrainingShapes.check(kernel, arguments);
        }
        return arguments.misfits();
    }

    private static void pool(CaseArguments arguments) {
        int kernel = arguments.whole("kernel_size");
        int padding = arguments.whole("padding");
        boolean sane = arguments.rank("input", IMAGES)
                & arguments.atLeast("kernel_size", 1)
                & arguments.atLeast("stride", 1)
                & arguments.atLeast("padding", 0);
        if (sane
                && arguments.require(
                        padding <= kernel / 2,
                        "padding",
                        "must be at most half of kernel_size (" + kernel / 2 + "), but is " + padding)) {
            arguments.fits("kernel_size", kernel, kernel, padding);
        }
    }

    private static boolean conv(CaseArguments arguments, String weight, String bias, int stride, int padding) {
        boolean sane = arguments.rank("input", IMAGES) & arguments.rank(weight, IMAGES) & arguments.rank(bias, 1);
        if (arguments.has("stride")) {
            sane = sane & arguments.atLeast("stride", 1) & arguments.atLeast("padding", 0);
        }
        if (!sane) {
            return false;
        }
        List<Integer> input = arguments.shape("input");
        List<Integer> filters = arguments.shape(weight);
        return arguments.same(weight, 1, "the channels of input", input.get(1))
                & arguments.same(bias, 0, "the output channels of " + weight, filters.get(0))
                & (arguments.fits(weight, filters.get(2), filters.get(3), padding)
                        && arguments.outputHolds(
                                weight,
                                input.get(0),
                                filters.get(0),
                                output(input.get(2), filters.get(2), stride, padding),
                                output(input.get(3), filters.get(3), stride, padding)));
    }

    private static void batchNorm(CaseArguments arguments) {
        arguments.require(arguments.real("eps") > 0, "eps", "must be more than 0");
        if (arguments.rank("input", IMAGES)) {
            List<Integer> input = arguments.shape("input");
            arguments.require(
                    (long) input.get(0) * input.get(2) * input.get(3) > 1,
                    "input",
                    "must hold more than one number a channel, or there is no variance");
        }
    }

    private static void crossEntropy(CaseArguments arguments) {
        if (arguments.rank("logits", 2)) {
            arguments.targets(
                    "targets",
                    arguments.shape("logits").get(0),
                    arguments.shape("logits").get(1));
        }
    }

    private static void linear(CaseArguments arguments) {
        if (arguments.rank("input", 2) & arguments.rank("weight", 2) & arguments.rank("bias", 1)) {
            arguments.same(
                    "weight",
                    1,
                    "the features of input",
                    arguments.shape("input").get(1));
            arguments.same(
                    "bias",
                    0,
                    "the output features of weight",
                    arguments.shape("weight").get(0));
            arguments.outputHolds(
                    "weight",
                    arguments.shape("input").get(0),
                    arguments.shape("weight").get(0));
        }
    }

    private static void softmax(CaseArguments arguments) {
        int rank = arguments.shape("input").size();
        int dim = arguments.whole("dim");
        arguments.require(
                dim >= -rank && dim < rank,
                "dim",
                "must be from " + -rank + " to " + (rank - 1) + " for an input of " + rank + " dimensions, but is "
                        + dim);
    }

    private static void adaptivePool(CaseArguments arguments) {
        if (arguments.rank("input", IMAGES)
                & arguments.atLeast("output_height", 1)
                & arguments.atLeast("output_width", 1)) {
            List<Integer> input = arguments.shape("input");
            arguments.outputHolds(
                    "input",
                    input.get(0),
                    input.get(1),
                    arguments.whole("output_height"),
                    arguments.whole("output_width"));
        }
    }

    /** conv2d (stride 1, no padding), max_pool2d(2, 2), flatten, linear, relu, linear, softmax. */
    private static void simpleConvNet(CaseArguments arguments) {
        boolean flat = arguments.rank("fc1_weight", 2)
                & arguments.rank("fc1_bias", 1)
                & arguments.rank("fc2_weight", 2)
                & arguments.rank("fc2_bias", 1);
        if (!conv(arguments, "conv_weight", "conv_bias", 1, 0) || !flat) {
            return;
        }
        List<Integer> input = arguments.shape("input");
        List<Integer> filters = arguments.shape("conv_weight");
        long height = output(input.get(2), filters.get(2), 1, 0) / 2;
        long width = output(input.get(3), filters.get(3), 1, 0) / 2;
        if (arguments.require(height > 0 && width > 0, "input", "leaves nothing" + POOLED)) {
            arguments.same("fc1_weight", 1, "the numbers of an image" + POOLED, filters.get(0) * height * width);
        }
        long hidden = arguments.shape("fc1_weight").get(0);
        long classes = arguments.shape("fc2_weight").get(0);
        arguments.same("fc1_bias", 0, "the output features of fc1_weight", hidden);
        arguments.same("fc2_weight", 1, "the output features of fc1_weight", hidden);
        arguments.same("fc2_bias", 0, "the output features of fc2_weight", classes);
        arguments.outputHolds("fc1_weight", input.get(0), hidden);
        arguments.outputHolds("fc2_weight", input.get(0), classes);
    }

    private static long output(int length, int kernel, int stride, int padding) {
        return (length + 2L * padding - kernel) / stride + 1;
    }
}
