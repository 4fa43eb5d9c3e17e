package assay.golden.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * What {@code torch.nn.functional} has, under its names. Each method makes exactly one call of the PyTorch function of
 * that name, except where it says otherwise.
 */
public final class Functional {
    /** Has no effect: the running statistics that it weighs are thrown away. */
    private static final float MOMENTUM = 0.1f;

    private Functional() {}

    /** Padding counts as minus infinity. */
    public static NDArray maxPool2d(NDArray input, int kernelSize, int stride, int padding, boolean ceilMode) {
        return Pool.maxPool2d(input, square(kernelSize), square(stride), square(padding), ceilMode);
    }

    /**
     * Padding counts as zero, and in the divisor if told so.
     *
     * <p>DJL's native code forgets to pass count_include_pad on, and PyTorch takes it as true. So where it is false, the
     * average is divided by that of an image of ones, which is the share of the window that is not padding.
     */
    public static NDArray avgPool2d(
            NDArray input, int kernelSize, int stride, int padding, boolean ceilMode, boolean countIncludePad) {
        NDArray average = paddingIncluded(input, kernelSize, stride, padding, ceilMode);
        return countIncludePad
                ? average
                : average.div(paddingIncluded(input.onesLike(), kernelSize, stride, padding, ceilMode));
    }

    /** Averages over windows from floor(i * in / out) to ceil((i + 1) * in / out). */
    public static NDArray adaptiveAvgPool2d(NDArray input, int outputHeight, int outputWidth) {
        // DJL's own surface has only the global average; its engine has PyTorch's function.
        return JniUtils.adaptiveAvgPool((PtNDArray) input, new Shape(outputHeight, outputWidth));
    }

    /** Cross-correlation, as everywhere in deep learning. */
    public static NDArray conv2d(NDArray input, NDArray weight, NDArray bias, int stride, int padding) {
        return Conv2d.conv2d(input, weight, bias, square(stride), square(padding))
                .singletonOrThrow();
    }

    /** With the statistics of the batch itself, and without scale and shift. */
    public static NDArray batchNorm2d(NDArray input, float eps) {
        NDManager manager = input.getManager();
        Shape channels = new Shape(input.getShape().get(1));
        NDArray runningMean = manager.zeros(channels, input.getDataType());
        NDArray runningVariance = manager.ones(channels, input.getDataType());
        return BatchNorm.batchNorm(
                        input,
                        runningMean,
                        runningVariance,
                        manager.ones(channels, input.getDataType()),
                        manager.zeros(channels, input.getDataType()),
                        1,
                        MOMENTUM,
                        eps,
                        true)
                .singletonOrThrow();
    }

    /**
     * With scale and shift; while training with the statistics of the batch itself, afterwards with the running ones.
     * None of the arguments is changed.
     */
    public static NDArray batchNorm2d(
            NDArray input,
            NDArray runningMean,
            NDArray runningVariance,
            NDArray scale,
            NDArray shift,
            float eps,
            boolean training) {
        return BatchNorm.batchNorm(
                        input,
                        training ? runningMean.duplicate() : runningMean,
                        training ? runningVariance.duplicate() : runningVariance,
                        scale,
                        shift,
                        1,
                        MOMENTUM,
                        eps,
                        training)
                .singletonOrThrow();
    }

    public static NDArray linear(NDArray input, NDArray weight, NDArray bias) {
        return Linear.linear(input, weight, bias).singletonOrThrow();
    }

    public static NDArray sigmoid(NDArray input) {
        return input.getNDArrayInternal().sigmoid();
    }

    public static NDArray relu(NDArray input) {
        return input.getNDArrayInternal().relu();
    }

    public static NDArray leakyRelu(NDArray input, float negativeSlope) {
        return input.getNDArrayInternal().leakyRelu(negativeSlope);
    }

    public static NDArray softmax(NDArray input, int dim) {
        return input.softmax(dim);
    }

    public static NDArray logSoftmax(NDArray input, int dim) {
        return input.logSoftmax(dim);
    }

    /** All dimensions but the first become one. */
    public static NDArray flatten(NDArray input) {
        return input.flatten(1, -1);
    }

    /** The negative mean of what stands at the targets; in two calls, {@code gather} and {@code mean}. */
    public static NDArray nllLoss(NDArray logProbabilities, NDArray targets) {
        return pick(logProbabilities, targets).mean().neg();
    }

    /** The log softmax and then the negative log likelihood, which is how PyTorch composes it, too. */
    public static NDArray crossEntropy(NDArray logits, NDArray targets) {
        return nllLoss(logSoftmax(logits, 1), targets);
    }

    /** One number of each row: that of the row's target. */
    public static NDArray pick(NDArray rows, NDArray targets) {
        return rows.gather(targets.expandDims(1), 1);
    }

    private static NDArray paddingIncluded(NDArray input, int kernelSize, int stride, int padding, boolean ceilMode) {
        return Pool.avgPool2d(input, square(kernelSize), square(stride), square(padding), ceilMode, true);
    }

    private static Shape square(int length) {
        return new Shape(length, length);
    }
}
