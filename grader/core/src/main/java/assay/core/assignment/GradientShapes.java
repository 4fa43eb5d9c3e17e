package assay.core.assignment;

import assay.kernels.call.Kernel;
import java.util.List;

/** Whether the gradient of a kernel can take the arguments of a case. */
final class GradientShapes {
    private static final int IMAGES = 4;
    private static final String GRADIENT = "grad_output";

    private GradientShapes() {}

    static void check(Kernel kernel, CaseArguments arguments) {
        switch (kernel) {
            case CONV2D_INPUT_GRADIENT -> conv2dInput(arguments);
            case CONV2D_WEIGHT_GRADIENT -> conv2dWeight(arguments);
            case RELU_GRADIENT ->
                arguments.require(
                        arguments.shape("input").equals(arguments.shape(GRADIENT)),
                        GRADIENT,
                        "must have the shape of input");
            case MAX_POOL2D_GRADIENT -> maxPool2d(arguments);
            case LINEAR_WEIGHT_GRADIENT -> {
                if (arguments.rank("input", 2) & arguments.rank(GRADIENT, 2)) {
                    arguments.same(
                            GRADIENT,
                            0,
                            "the rows of input",
                            arguments.shape("input").get(0));
                }
            }
            case CROSS_ENTROPY_GRADIENT -> {
                if (arguments.rank("logits", 2)) {
                    List<Integer> logits = arguments.shape("logits");
                    arguments.targets("targets", logits.get(0), logits.get(1));
                }
            }
            default -> throw new AssertionError(kernel + " is no gradient");
        }
    }

    private static void conv2dInput(CaseArguments arguments) {
        if (sane(arguments)
                & arguments.rank("weight", IMAGES)
                & arguments.atLeast("input_height", 1)
                & arguments.atLeast("input_width", 1)) {
            List<Integer> filters = arguments.shape("weight");
            arguments.same(GRADIENT, 1, "the filters of weight", filters.get(0));
            output(arguments, 2, arguments.whole("input_height"), filters.get(2));
            output(arguments, 3, arguments.whole("input_width"), filters.get(3));
        }
    }

    private static void conv2dWeight(CaseArguments arguments) {
        if (sane(arguments)
                & arguments.rank("input", IMAGES)
                & arguments.atLeast("kernel_height", 1)
                & arguments.atLeast("kernel_width", 1)) {
            List<Integer> input = arguments.shape("input");
            arguments.same(GRADIENT, 0, "the images of input", input.get(0));
            output(arguments, 2, input.get(2), arguments.whole("kernel_height"));
            output(arguments, 3, input.get(3), arguments.whole("kernel_width"));
        }
    }

    private static void maxPool2d(CaseArguments arguments) {
        if (arguments.rank("input", IMAGES)
                & arguments.rank(GRADIENT, IMAGES)
                & arguments.atLeast("kernel_size", 1)
                & arguments.atLeast("stride", 1)) {
            List<Integer> input = arguments.shape("input");
            arguments.same(GRADIENT, 0, "the images of input", input.get(0));
            arguments.same(GRADIENT, 1, "the channels of input", input.get(1));
            for (int dimension = 2; dimension < IMAGES; dimension++) {
                int left = input.get(dimension) - arguments.whole("kernel_size");
                arguments.require(left >= 0, "kernel_size", "is larger than the input");
                arguments.same(GRADIENT, dimension, "that of the output", left / arguments.whole("stride") + 1L);
            }
        }
    }

    private static boolean sane(CaseArguments arguments) {
        return arguments.rank(GRADIENT, IMAGES) & arguments.atLeast("stride", 1) & arguments.atLeast("padding", 0);
    }

    private static void output(CaseArguments arguments, int dimension, int length, int window) {
        long left = length + 2L * arguments.whole("padding") - window;
        arguments.require(left >= 0, GRADIENT, "belongs to no convolution: the filter is larger than the padded input");
        arguments.same(GRADIENT, dimension, "that of the output", left / arguments.whole("stride") + 1);
    }
}
