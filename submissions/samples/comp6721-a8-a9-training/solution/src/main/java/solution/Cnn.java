package solution;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** The CNN of question 3, in two pieces: all that may be frozen, and the last layer. */
final class Cnn extends AbstractBlock {
    private final boolean frozen;
    private final Block body;
    private final Block head;

    /** @param frozen whether the last layer alone learns */
    Cnn(boolean frozen) {
        this.frozen = frozen;
        this.body = addChildBlock("body", body());
        this.head = addChildBlock("head", Linear.builder().setUnits(10).build());
    }

    private static Block body() {
        SequentialBlock body = new SequentialBlock();
        for (int channels : new int[] {32, 64}) {
            for (int layer = 0; layer < 2; layer++) {
                body.add(Conv2d.builder()
                                .setKernelShape(new Shape(3, 3))
                                .optPadding(new Shape(1, 1))
                                .setFilters(channels)
                                .build())
                        .add(BatchNorm.builder().build())
                        .add(Activation.leakyReluBlock(0.01f));
            }
            body.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
        }
        return body.add(Blocks.batchFlattenBlock())
                .add(Dropout.builder().optRate(0.1f).build())
                .add(Linear.builder().setUnits(1000).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(512).build())
                .add(Activation::relu)
                .add(Dropout.builder().optRate(0.1f).build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> params) {
        // Frozen, the body runs as after training: otherwise its batch norms' statistics would move.
        NDList features = body.forward(parameters, inputs, training && !frozen);
        return head.forward(parameters, features, training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        body.initialize(manager, type, inputs);
        head.initialize(manager, type, body.getOutputShapes(inputs));
        if (frozen) {
            body.freezeParameters(true);
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), 10)};
    }
}
