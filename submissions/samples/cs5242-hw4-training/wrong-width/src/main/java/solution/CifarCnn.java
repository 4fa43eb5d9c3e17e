package solution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/** The last two convolutions have 96 channels instead of 128. */
final class CifarCnn extends AbstractBlock {
    private static final int[] WIDTHS = {16, 16, 32, 32, 64, 64, 96, 96};

    private final List<Block> convolutions = new ArrayList<>();
    private final Block linear;

    CifarCnn(int classes) {
        for (int i = 0; i < WIDTHS.length; i++) {
            convolutions.add(addChildBlock(
                    "conv" + (i + 1),
                    Conv2d.builder()
                            .setKernelShape(new Shape(3, 3))
                            .optPadding(new Shape(1, 1))
                            .setFilters(WIDTHS[i])
                            .build()));
        }
        linear = addChildBlock("fc", Linear.builder().setUnits(classes).build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList at = inputs;
        for (int i = 0; i < convolutions.size(); i++) {
            if (i > 0 && i % 2 == 0) {
                at = new NDList(Pool.maxPool2d(
                        at.singletonOrThrow(), new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false));
            }
            at = Activation.relu(convolutions.get(i).forward(parameters, at, training));
        }
        NDArray averaged = Pool.globalAvgPool2d(at.singletonOrThrow());
        return linear.forward(parameters, new NDList(averaged), training);
    }

    @Override
    public void initializeChildBlocks(
            NDManager manager, DataType type, Shape... inputs) {
        Shape at = inputs[0];
        for (int i = 0; i < convolutions.size(); i++) {
            if (i > 0 && i % 2 == 0) {
                at = new Shape(at.get(0), at.get(1), at.get(2) / 2, at.get(3) / 2);
            }
            convolutions.get(i).initialize(manager, type, at);
            at = convolutions.get(i).getOutputShapes(new Shape[] {at})[0];
        }
        linear.initialize(manager, type, new Shape(at.get(0), at.get(1)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), 10)};
    }
}
