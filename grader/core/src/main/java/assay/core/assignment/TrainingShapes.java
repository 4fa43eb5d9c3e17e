package assay.core.assignment;

import assay.kernels.call.Kernel;
import java.util.List;

/** Whether what surrounds a network's layers, an optimiser say, can take the arguments of a case. */
final class TrainingShapes {
    private static final int IMAGES = 4;
    private static final int KERNEL = 3;

    /** About as many neighbours share a batch by chance; with fewer, the tails of chance are not the normal ones. */
    private static final int LEAST_BATCH = 200;

    private TrainingShapes() {}

    static void check(Kernel kernel, CaseArguments arguments) {
        switch (kernel) {
            case SGD, ADAM, RMSPROP -> steps(arguments);
            case CONFUSION_MATRIX -> {
                if (arguments.atLeast("classes", 1)) {
                    int count = arguments.count("targets");
                    arguments.targets("targets", count, arguments.whole("classes"));
                    arguments.targets("predictions", count, arguments.whole("classes"));
                }
            }
            case K_FOLD -> {
                if (arguments.atLeast("folds", 2)) {
                    arguments.atLeast("samples", arguments.whole("folds"));
                }
            }
            case DROPOUT ->
                arguments.require(
                        arguments.real("p") >= 0 && arguments.real("p") < 1, "p", "must be from 0 to less than 1");
            case BATCH_NORM2D_EVAL -> {
                if (arguments.rank("input", IMAGES)
                        & arguments.rank("running_mean", 1)
                        & arguments.rank("running_var", 1)) {
                    int channels = arguments.shape("input").get(1);
                    arguments.same("running_mean", 0, "the channels of input", channels);
                    arguments.same("running_var", 0, "the channels of input", channels);
                    arguments.require(arguments.real("eps") > 0, "eps", "must be more than 0");
                }
            }
            case RESIDUAL_BLOCK -> residualBlock(arguments);
            case IMAGES_FROM_COLUMNS -> {
                if (arguments.rank("columns", 2) & arguments.atLeast("height", 1) & arguments.atLeast("width", 1)) {
                    long places = (long) arguments.whole("height") * arguments.whole("width");
                    arguments.same("columns", 0, "height times width", places);
                }
            }
            case MINI_BATCHES -> {
                if (arguments.atLeast("batch_size", LEAST_BATCH) & arguments.atLeast("epochs", 1)) {
                    arguments.atLeast("samples", arguments.whole("batch_size"));
                }
            }
            case MULTI_STEP_LR -> {} // takes every list
            default -> throw new AssertionError(kernel + " is checked elsewhere");
        }
    }

    private static void steps(CaseArguments arguments) {
        if (arguments.rank("parameters", 1) & arguments.rank("gradients", 2)) {
            arguments.same(
                    "gradients",
                    1,
                    "the parameters",
                    arguments.shape("parameters").get(0));
        }
    }

    private static void residualBlock(CaseArguments arguments) {
        int stride = arguments.whole("stride");
        if (!(arguments.require(stride == 1 || stride == 2, "stride", "must be 1 or 2")
                & arguments.rank("input", IMAGES)
                & arguments.rank("conv1_weight", IMAGES)
                & arguments.rank("conv2_weight", IMAGES))) {
            return;
        }
        List<Integer> input = arguments.shape("input");
        int filters = arguments.shape("conv1_weight").get(0);
        arguments.same("conv1_weight", 1, "the channels of input", input.get(1));
        arguments.same("conv2_weight", 0, "the filters of conv1_weight", filters);
        arguments.same("conv2_weight", 1, "the filters of conv1_weight", filters);
        arguments.require(
                stride == 1 ? filters == input.get(1) : filters >= input.get(1),
                "conv1_weight",
                "must have as many filters as input has channels, or with stride 2 more");
        arguments.require(
                input.get(2) % stride == 0 && input.get(3) % stride == 0,
                "input",
                "must have an even height and width");
        arguments.require(
                (long) input.get(0) * (input.get(2) / stride) * (input.get(3) / stride) > 1,
                "input",
                "must leave more than one number a channel, or there is no variance");
        for (String weight : List.of("conv1_weight", "conv2_weight")) {
            arguments.same(weight, 2, "the size of the filters", KERNEL);
            arguments.same(weight, 3, "the size of the filters", KERNEL);
        }
    }
}
