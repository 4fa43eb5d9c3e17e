package ines;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.initializer.XavierInitializer;

/** ResNet and its plain twin. */
final class Networks {
    private Networks() {}

    /** Of 6n + 2 layers, initialised by Kaiming with fan in, as PyTorch's default is. */
    static Block of(int n, boolean residual) {
        SequentialBlock network = new SequentialBlock()
                .add(Layers.convolution(16, 1))
                .add(Layers.batchNorm())
                .add(Activation::relu);
        int in = 16;
        for (int out : new int[] {16, 32, 64}) {
            for (int block = 0; block < n; block++) {
                network.add(new ConvBlock(in, out, residual));
                in = out;
            }
        }
        network.add(Pool.globalAvgPool2dBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(10).build());
        network.setInitializer(
                new XavierInitializer(
                        XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2),
                Parameter.Type.WEIGHT);
        return network;
    }
}
