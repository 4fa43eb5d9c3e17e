package assay.golden;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The kernels once more, in loops and in double precision, written from their formulas: what PyTorch is held to. */
public final class PlainKernels {
    private PlainKernels() {}

    /** Dense doubles, so that nothing is rounded between the steps of a network. */
    public static final class Block {
        private final int[] shape;
        private final double[] data;

        private Block(int[] shape, double[] data) {
            this.shape = shape;
            this.data = data;
        }

        public int[] shape() {
            return shape;
        }

        public double[] data() {
            return data;
        }

        static Block zeros(int... shape) {
            return new Block(shape, new double[Arrays.stream(shape).reduce(1, (left, right) -> left * right)]);
        }

        static Block of(Argument argument) {
            Tensor tensor = ((Argument.OfTensor) argument).tensor();
            Block block = zeros(tensor.shape());
            for (int place = 0; place < tensor.size(); place++) {
                block.data[place] = tensor.data()[place];
            }
            return block;
        }

        /** 0 outside of the last two dimensions, as padding wants it. */
        double at(int n, int c, int h, int w) {
            return inside(h, w) ? data[((n * shape[1] + c) * shape[2] + h) * shape[3] + w] : 0;
        }

        boolean inside(int h, int w) {
            return h >= 0 && h < shape[2] && w >= 0 && w < shape[3];
        }

        Block map(DoubleUnaryOperator function) {
            return new Block(shape, Arrays.stream(data).map(function).toArray());
        }
    }

    public static Block compute(Kernel kernel, List<Argument> arguments) {
        Block input = Block.of(arguments.getFirst());
        return switch (kernel) {
            case MAX_POOL2D -> maxPool2d(input, integer(arguments, 1), integer(arguments, 2), integer(arguments, 3));
            case AVG_POOL2D ->
                avgPool2d(input, integer(arguments, 1), integer(arguments, 2), integer(arguments, 3), (Boolean)
                        arguments.get(4).value());
            case CONV2D ->
                conv2d(
                        input,
                        Block.of(arguments.get(1)),
                        Block.of(arguments.get(2)),
                        integer(arguments, 3),
                        integer(arguments, 4));
            case BATCH_NORM2D -> batchNorm2d(input, (Float) arguments.get(1).value());
            case SIGMOID -> input.map(x -> 1 / (1 + Math.exp(-x)));
            case CROSS_ENTROPY -> crossEntropy(input, (int[]) arguments.get(1).value());
            case RELU -> input.map(x -> Math.max(0, x));
            case LEAKY_RELU ->
                input.map(x -> x >= 0 ? x : x * (Float) arguments.get(1).value());
            case LINEAR -> linear(input, Block.of(arguments.get(1)), Block.of(arguments.get(2)));
            case FLATTEN -> flatten(input);
            case SOFTMAX -> logSoftmax(input, integer(arguments, 1)).map(Math::exp);
            case LOG_SOFTMAX -> logSoftmax(input, integer(arguments, 1));
            case ADAPTIVE_AVG_POOL2D -> adaptiveAvgPool2d(input, integer(arguments, 1), integer(arguments, 2));
            case SIMPLE_CONV_NET ->
                simpleConvNet(arguments.stream().map(Block::of).toList());
            case CONV2D_INPUT_GRADIENT,
                    CONV2D_WEIGHT_GRADIENT,
                    RELU_GRADIENT,
                    MAX_POOL2D_GRADIENT,
                    LINEAR_WEIGHT_GRADIENT,
                    CROSS_ENTROPY_GRADIENT,
                    SGD,
                    ADAM,
                    RMSPROP,
                    CONFUSION_MATRIX,
                    K_FOLD,
                    DROPOUT,
                    BATCH_NORM2D_EVAL,
                    RESIDUAL_BLOCK,
                    MULTI_STEP_LR,
                    IMAGES_FROM_COLUMNS,
                    MINI_BATCHES ->
                throw new IllegalArgumentException(kernel + " is held to GradientsTest or TrainingKernelsTest");
        };
    }

    private static int integer(List<Argument> arguments, int index) {
        return (Integer) arguments.get(index).value();
    }

    private static Block maxPool2d(Block input, int size, int stride, int padding) {
        Block output = Block.zeros(
                input.shape[0],
                input.shape[1],
                (input.shape[2] + 2 * padding - size) / stride + 1,
                (input.shape[3] + 2 * padding - size) / stride + 1);
        fill(output, (n, c, h, w) -> {
            double largest = Double.NEGATIVE_INFINITY;
            for (int y = h * stride - padding; y < h * stride - padding + size; y++) {
                for (int x = w * stride - padding; x < w * stride - padding + size; x++) {
                    largest = input.inside(y, x) ? Math.max(largest, input.at(n, c, y, x)) : largest;
                }
            }
            return largest;
        });
        return output;
    }

    private static Block avgPool2d(Block input, int size, int stride, int padding, boolean countIncludePad) {
        Block output = Block.zeros(
                input.shape[0],
                input.shape[1],
                (input.shape[2] + 2 * padding - size) / stride + 1,
                (input.shape[3] + 2 * padding - size) / stride + 1);
        fill(output, (n, c, h, w) -> {
            double sum = 0;
            int count = 0;
            for (int y = h * stride - padding; y < h * stride - padding + size; y++) {
                for (int x = w * stride - padding; x < w * stride - padding + size; x++) {
                    sum += input.at(n, c, y, x);
                    count += countIncludePad || input.inside(y, x) ? 1 : 0;
                }
            }
            return sum / count;
        });
        return output;
    }

    private static Block adaptiveAvgPool2d(Block input, int outHeight, int outWidth) {
        int height = input.shape[2];
        int width = input.shape[3];
        Block output = Block.zeros(input.shape[0], input.shape[1], outHeight, outWidth);
        fill(output, (n, c, h, w) -> {
            double sum = 0;
            int count = 0;
            for (int y = h * height / outHeight; y < Math.ceilDiv((h + 1) * height, outHeight); y++) {
                for (int x = w * width / outWidth; x < Math.ceilDiv((w + 1) * width, outWidth); x++) {
                    sum += input.at(n, c, y, x);
                    count++;
                }
            }
            return sum / count;
        });
        return output;
    }

    private static Block conv2d(Block input, Block weight, Block bias, int stride, int padding) {
        Block output = Block.zeros(
                input.shape[0],
                weight.shape[0],
                (input.shape[2] + 2 * padding - weight.shape[2]) / stride + 1,
                (input.shape[3] + 2 * padding - weight.shape[3]) / stride + 1);
        fill(output, (n, o, h, w) -> {
            double sum = bias.data[o];
            for (int c = 0; c < input.shape[1]; c++) {
                for (int y = 0; y < weight.shape[2]; y++) {
                    for (int x = 0; x < weight.shape[3]; x++) {
                        sum += input.at(n, c, h * stride - padding + y, w * stride - padding + x)
                                * weight.at(o, c, y, x);
                    }
                }
            }
            return sum;
        });
        return output;
    }

    private static Block batchNorm2d(Block input, float eps) {
        int channels = input.shape[1];
        double[] means = new double[channels];
        double[] variances = new double[channels];
        double count = (double) input.data.length / channels;
        Block output = Block.zeros(input.shape);
        fill(output, (n, c, h, w) -> means[c] += input.at(n, c, h, w) / count);
        fill(output, (n, c, h, w) -> variances[c] += Math.pow(input.at(n, c, h, w) - means[c], 2) / count);
        fill(output, (n, c, h, w) -> (input.at(n, c, h, w) - means[c]) / Math.sqrt(variances[c] + eps));
        return output;
    }

    private static Block linear(Block input, Block weight, Block bias) {
        Block output = Block.zeros(input.shape[0], weight.shape[0]);
        int features = weight.shape[1];
        for (int n = 0; n < input.shape[0]; n++) {
            for (int o = 0; o < weight.shape[0]; o++) {
                double sum = bias.data[o];
                for (int i = 0; i < features; i++) {
                    sum += input.data[n * features + i] * weight.data[o * features + i];
                }
                output.data[n * weight.shape[0] + o] = sum;
            }
        }
        return output;
    }

    private static Block flatten(Block input) {
        return new Block(new int[] {input.shape[0], input.data.length / input.shape[0]}, input.data);
    }

    private static Block logSoftmax(Block input, int dim) {
        int axis = Math.floorMod(dim, input.shape.length);
        int inner = Arrays.stream(input.shape).skip(axis + 1).reduce(1, (left, right) -> left * right);
        int length = input.shape[axis];
        Block output = Block.zeros(input.shape);
        for (int place = 0; place < input.data.length; place++) {
            int first = place - place / inner % length * inner;
            double largest = Double.NEGATIVE_INFINITY;
            for (int step = 0; step < length; step++) {
                largest = Math.max(largest, input.data[first + step * inner]);
            }
            double sum = 0;
            for (int step = 0; step < length; step++) {
                sum += Math.exp(input.data[first + step * inner] - largest);
            }
            output.data[place] = input.data[place] - largest - Math.log(sum);
        }
        return output;
    }

    private static Block crossEntropy(Block logits, int... targets) {
        Block logarithms = logSoftmax(logits, 1);
        double sum = 0;
        for (int n = 0; n < targets.length; n++) {
            sum -= logarithms.data[n * logits.shape[1] + targets[n]];
        }
        return new Block(new int[0], new double[] {sum / targets.length});
    }

    private static Block simpleConvNet(List<Block> arguments) {
        Block convolved = conv2d(arguments.get(0), arguments.get(1), arguments.get(2), 1, 0);
        Block flat = flatten(maxPool2d(convolved, 2, 2, 0));
        Block hidden = linear(flat, arguments.get(3), arguments.get(4)).map(x -> Math.max(0, x));
        return logSoftmax(linear(hidden, arguments.get(5), arguments.get(6)), 1).map(Math::exp);
    }

    /** What stands at one place of an NCHW block. */
    @FunctionalInterface
    private interface Cell {
        double at(int n, int c, int h, int w);
    }

    private static void fill(Block block, Cell cell) {
        int place = 0;
        for (int n = 0; n < block.shape[0]; n++) {
            for (int c = 0; c < block.shape[1]; c++) {
                for (int h = 0; h < block.shape[2]; h++) {
                    for (int w = 0; w < block.shape[3]; w++) {
                        block.data[place++] = cell.at(n, c, h, w);
                    }
                }
            }
        }
    }
}
