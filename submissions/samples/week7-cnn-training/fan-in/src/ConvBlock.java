package ines;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Two convolutions with batch norms, with a shortcut or without one. */
final class ConvBlock extends AbstractBlock {
    private final int in;
    private final int out;
    private final boolean residual;
    private final Block body;

    ConvBlock(int in, int out, boolean residual) {
        this.in = in;
        this.out = out;
        this.residual = residual;
        this.body = addChildBlock(
                "body",
                new SequentialBlock()
                        .add(Layers.convolution(out, stride()))
                        .add(Layers.batchNorm())
                        .add(Activation::relu)
                        .add(Layers.convolution(out, 1))
                        .add(Layers.batchNorm()));
    }

    private int stride() {
        return in == out ? 1 : 2;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray through = body.forward(parameters, inputs, training).singletonOrThrow();
        NDArray sum = residual ? through.add(shortcut(inputs.singletonOrThrow())) : through;
        return new NDList(Activation.relu(sum));
    }

    private NDArray shortcut(NDArray input) {
        if (in == out) {
            return input;
        }
        Shape shape = input.getShape();
        // With the channels of a pixel side by side, as the input has them.
        NDArray zeros = input.getManager()
                .zeros(new Shape(shape.get(0), shape.get(2), shape.get(3), out - in), input.getDataType())
                .transpose(0, 3, 1, 2);
        return Pool.maxPool2d(
                input.concat(zeros, 1), new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        body.initialize(manager, type, inputs);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return body.getOutputShapes(inputs);
    }
}
