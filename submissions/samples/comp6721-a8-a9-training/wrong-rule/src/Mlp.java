package karim;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;

/** MultiLayerFCNet. */
final class Mlp {
    private static final int HIDDEN = 256;

    private Mlp() {}

    static Block network() {
        SequentialBlock network = new SequentialBlock().add(Blocks.batchFlattenBlock());
        for (int layer = 0; layer < 3; layer++) {
            network.add(Linear.builder().setUnits(HIDDEN).build()).add(Activation::relu);
        }
        return network.add(Linear.builder().setUnits(10).build());
    }
}
