package assay.golden.misconception;

import static assay.golden.torch.Functional.avgPool2d;
import static assay.golden.torch.Functional.batchNorm2d;
import static assay.golden.torch.Functional.conv2d;
import static assay.golden.torch.Functional.maxPool2d;
import static assay.golden.torch.Functional.relu;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import assay.golden.torch.TorchCall;
import java.util.Arrays;
import java.util.List;

/** Wrong variants of what surrounds the layers of a network. What has chance in it is not compared, and has none. */
final class TrainingVariants {
    static final List<Variant> CONFUSION_MATRIX = List.of(
            new Variant(
                    "transposed",
                    "Rows and columns are swapped: rows are the right classes, columns the predicted ones.",
                    call -> counts(call).transpose()),
            new Variant(
                    "correct_only",
                    "Only what was predicted right was counted; each wrong prediction counts in the row of its right"
                            + " class, too.",
                    call -> counts(call)
                            .mul(counts(call)
                                    .getManager()
                                    .eye(call.integer("classes"), call.integer("classes"), 0, DataType.FLOAT64))),
            new Variant(
                    "shares_of_all",
                    "The counts were divided by the number of samples; the counts themselves are asked for.",
                    call -> counts(call).div(call.indices("targets").size())));

    static final List<Variant> BATCH_NORM2D_EVAL = List.of(
            new Variant(
                    "batch_statistics",
                    "Mean and variance of the batch itself were taken; after training, the ones that are given are.",
                    call -> batchNorm2d(input(call), call.real("eps"))),
            new Variant(
                    "no_root",
                    "The difference was divided by the variance; it is divided by the variance's root.",
                    call -> centred(call).div(channel(call, "running_var").add(call.real("eps")))),
            new Variant(
                    "eps_outside_root",
                    "Epsilon was added to the root; it is added to the variance, under the root.",
                    call -> centred(call)
                            .div(channel(call, "running_var").sqrt().add(call.real("eps")))));

    static final List<Variant> RESIDUAL_BLOCK = List.of(
            new Variant(
                    "no_shortcut",
                    "The shortcut was left out: the block's input is added before the last ReLU.",
                    call -> relu(outer(call, true))),
            new Variant(
                    "no_last_relu",
                    "The ReLU after the sum is missing.",
                    call -> outer(call, true).add(shortcut(call, Shortcut.RIGHT))),
            new Variant(
                    "relu_before_sum",
                    "ReLU was taken before the input was added; it is taken of the sum.",
                    call -> relu(outer(call, true)).add(shortcut(call, Shortcut.RIGHT))),
            new Variant(
                    "no_inner_relu",
                    "The ReLU between the two convolutions is missing.",
                    call -> relu(outer(call, false).add(shortcut(call, Shortcut.RIGHT)))),
            new Variant(
                    "average_shortcut",
                    "The shortcut was pooled by means; it is pooled by maxima.",
                    call -> relu(outer(call, true).add(shortcut(call, Shortcut.AVERAGE)))),
            new Variant(
                    "strided_shortcut",
                    "The shortcut took every second row and column; it is pooled by maxima of 2 x 2.",
                    call -> relu(outer(call, true).add(shortcut(call, Shortcut.STRIDED)))),
            new Variant(
                    "zeros_in_front",
                    "The channels of zeros were put in front of the input's own; they come behind them.",
                    call -> relu(outer(call, true).add(shortcut(call, Shortcut.ZEROS_IN_FRONT)))));

    static final List<Variant> MULTI_STEP_LR = List.of(
            new Variant(
                    "one_step_late",
                    "The rate falls one step late: at a milestone itself it has fallen already.",
                    call -> rates(
                            call,
                            (milestones, step) -> Arrays.stream(milestones)
                                    .filter(milestone -> milestone < step)
                                    .count())),
            new Variant(
                    "first_milestone_only",
                    "The rate falls at the first milestone alone; it falls at each.",
                    call -> rates(
                            call,
                            (milestones, step) -> Math.min(
                                    1,
                                    Arrays.stream(milestones)
                                            .filter(milestone -> milestone <= step)
                                            .count()))),
            new Variant(
                    "never",
                    "The rate stays what it was; at each milestone it is multiplied by gamma.",
                    call -> rates(call, (_, _) -> 0)));

    private TrainingVariants() {}

    private enum Shortcut {
        RIGHT,
        AVERAGE,
        STRIDED,
        ZEROS_IN_FRONT
    }

    private interface Falls {
        /** How often the rate has fallen at that step. */
        long times(int[] milestones, int step);
    }

    private static NDArray rates(TorchCall call, Falls falls) {
        double[] rates = Arrays.stream(call.ints("steps"))
                .mapToDouble(step -> call.real("learning_rate")
                        * Math.pow(call.real("gamma"), (double) falls.times(call.ints("milestones"), step)))
                .toArray();
        return call.numbers(rates, new Shape(rates.length));
    }

    private static NDArray counts(TorchCall call) {
        int classes = call.integer("classes");
        NDArray targets = call.indices("targets").oneHot(classes, DataType.FLOAT64);
        return targets.transpose().matMul(call.indices("predictions").oneHot(classes, DataType.FLOAT64));
    }

    private static NDArray centred(TorchCall call) {
        return input(call).sub(channel(call, "running_mean"));
    }

    private static NDArray channel(TorchCall call, String name) {
        NDArray numbers = call.tensor(name);
        return numbers.reshape(1, numbers.size(), 1, 1);
    }

    private static NDArray outer(TorchCall call, boolean innerRelu) {
        NDArray inner = normalised(call, input(call), "conv1_weight", call.integer("stride"));
        return normalised(call, innerRelu ? relu(inner) : inner, "conv2_weight", 1);
    }

    private static NDArray normalised(TorchCall call, NDArray at, String name, int stride) {
        NDArray weight = call.tensor(name);
        NDArray bias = weight.get(":, 0, 0, 0").zerosLike();
        return batchNorm2d(conv2d(at, weight, bias, stride, 1), call.real("eps"));
    }

    private static NDArray shortcut(TorchCall call, Shortcut kind) {
        NDArray input = input(call);
        if (call.integer("stride") == 1) {
            return input;
        }
        NDArray padded = widened(call, input, kind == Shortcut.ZEROS_IN_FRONT);
        return switch (kind) {
            case RIGHT, ZEROS_IN_FRONT -> maxPool2d(padded, 2, 2, 0, false);
            case AVERAGE -> avgPool2d(padded, 2, 2, 0, false, true);
            case STRIDED -> padded.get(":, :, ::2, ::2");
        };
    }

    private static NDArray widened(TorchCall call, NDArray input, boolean inFront) {
        Shape shape = input.getShape();
        long missing = call.tensor("conv2_weight").getShape().get(0) - shape.get(1);
        NDArray zeros = input.getManager()
                .zeros(new Shape(shape.get(0), missing, shape.get(2), shape.get(3)), input.getDataType());
        if (missing == 0) {
            return input;
        }
        return inFront ? zeros.concat(input, 1) : input.concat(zeros, 1);
    }

    private static NDArray input(TorchCall call) {
        return call.tensor("input");
    }
}
