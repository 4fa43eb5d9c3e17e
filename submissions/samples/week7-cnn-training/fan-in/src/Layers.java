package ines;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/** What all networks here are made of. */
final class Layers {
    private Layers() {}

    /** Of 3 x 3 with padding 1 and without bias: a batch norm follows. */
    static Block convolution(int filters, int stride) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .optPadding(new Shape(1, 1))
                .optStride(new Shape(stride, stride))
                .optBias(false)
                .setFilters(filters)
                .build();
    }

    static Block batchNorm() {
        return BatchNorm.builder().build();
    }
}
