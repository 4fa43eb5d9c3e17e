package assay.golden.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What surrounds the layers of a network: normalisation after training, a residual block, schedules, splits, counts. */
final class Training {
    private Training() {}

    static NDArray batchNorm2dEval(TorchCall call) {
        NDArray input = call.tensor("input");
        Shape channels = new Shape(1, input.getShape().get(1), 1, 1);
        NDArray deviation = call.tensor("running_var").add(call.real("eps")).sqrt();
        return input.sub(call.tensor("running_mean").reshape(channels)).div(deviation.reshape(channels));
    }

    static NDArray residualBlock(TorchCall call) {
        NDArray input = call.tensor("input");
        int stride = call.integer("stride");
        NDArray inner = Functional.relu(normalised(call, input, "conv1_weight", stride));
        NDArray outer = normalised(call, inner, "conv2_weight", 1);
        return Functional.relu(outer.add(
                stride == 1 ? input : shortcut(call, input, outer.getShape().get(1))));
    }

    private static NDArray normalised(TorchCall call, NDArray input, String name, int stride) {
        NDArray weight = call.tensor(name);
        NDArray bias = call.zeros(new Shape(weight.getShape().get(0)));
        return Functional.batchNorm2d(Functional.conv2d(input, weight, bias, stride, 1), call.real("eps"));
    }

    private static NDArray shortcut(TorchCall call, NDArray input, long channels) {
        Shape shape = input.getShape();
        long missing = channels - shape.get(1);
        NDArray padded = missing == 0
                ? input
                : input.concat(call.zeros(new Shape(shape.get(0), missing, shape.get(2), shape.get(3))), 1);
        return Functional.maxPool2d(padded, 2, 2, 0, false);
    }

    static NDArray multiStepLr(TorchCall call) {
        int[] milestones = call.ints("milestones");
        double[] rates = Arrays.stream(call.ints("steps"))
                .mapToDouble(
                        step -> call.real("learning_rate") * Math.pow(call.real("gamma"), reached(milestones, step)))
                .toArray();
        return call.numbers(rates, new Shape(rates.length));
    }

    private static int reached(int[] milestones, int step) {
        return (int)
                Arrays.stream(milestones).filter(milestone -> milestone <= step).count();
    }

    static NDArray confusionMatrix(TorchCall call) {
        int classes = call.integer("classes");
        NDArray targets = call.indices("targets").oneHot(classes, DataType.FLOAT64);
        NDArray predictions = call.indices("predictions").oneHot(classes, DataType.FLOAT64);
        return targets.transpose().matMul(predictions);
    }

    /** One of many that are right: the samples shuffled, and dealt out in turn. */
    static NDArray kFold(TorchCall call) {
        int samples = call.integer("samples");
        int folds = call.integer("folds");
        int[] seeds = call.ints("seeds");
        double[] all = new double[seeds.length * samples];
        for (int split = 0; split < seeds.length; split++) {
            List<Integer> order = IntStream.range(0, samples).boxed().collect(Collectors.toList());
            Collections.shuffle(order, new Random(seeds[split]));
            for (int place = 0; place < samples; place++) {
                all[split * samples + order.get(place)] = place % folds;
            }
        }
        return call.numbers(all, new Shape(seeds.length, samples));
    }

    /** One of many that are right. */
    static NDArray dropout(TorchCall call) {
        NDArray input = call.tensor("input");
        if (!call.flag("training")) {
            return input;
        }
        double p = call.real("p");
        Random random = new Random(call.integer("seed"));
        double[] kept = IntStream.range(0, Math.toIntExact(input.size()))
                .mapToDouble(_ -> random.nextDouble() < p ? 0 : 1 / (1 - p))
                .toArray();
        return input.mul(call.numbers(kept, input.getShape()));
    }
}
