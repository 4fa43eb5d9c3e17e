package assay.golden.network;

import assay.golden.data.DataSet;
import assay.golden.network.Layer.Conv;
import assay.golden.network.Layer.Flatten;
import assay.golden.network.Layer.GlobalAverage;
import assay.golden.network.Layer.Linear;
import assay.golden.network.Layer.MaxPool;
import assay.golden.network.Layer.Relu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The networks that assignments can name. */
public final class ReferenceNetworksOfSeeds {
    /**
     * CS5242, Homework 4: c3-16, c16-16, mp, c16-32, c32-32, mp, c32-64, c64-64, mp, c64-128, c128-128, aap, flatten,
     * fc128-10, where c is a 3 x 3 convolution with padding 1 and ReLU, and mp max pooling of 2 x 2.
     */
    public static final ReferenceNetwork CIFAR_CNN =
            new ReferenceNetwork("cifar-cnn", DataSet.CIFAR10.shape(), cifarCnn(16, 32, 64, 128));

    /** LeNet of KPU's Assignment 2: 28 to 24, 12, 8 and 4 pixels, then 256 inputs to three linear layers. */
    public static final ReferenceNetwork LENET = new ReferenceNetwork(
            "lenet",
            DataSet.MNIST.shape(),
            List.of(
                    new Conv(1, 6, 5, 0),
                    new Relu(),
                    new MaxPool(2),
                    new Conv(6, 16, 5, 0),
                    new Relu(),
                    new MaxPool(2),
                    new Flatten(),
                    new Linear(256, 120),
                    new Relu(),
                    new Linear(120, 84),
                    new Relu(),
                    new Linear(84, 10)));

    private static final List<ReferenceNetwork> ALL = List.of(CIFAR_CNN, LENET);

    private ReferenceNetworksOfSeeds() {}

    public static Optional<ReferenceNetwork> named(String id) {
        return ALL.stream().filter(network -> network.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return ALL.stream().map(ReferenceNetwork::id).toList();
    }

    private static List<Layer> cifarCnn(int... widths) {
        List<Layer> layers = new ArrayList<>();
        int in = DataSet.CIFAR10.shape().channels();
        for (int width : widths) {
            if (!layers.isEmpty()) {
                layers.add(new MaxPool(2));
            }
            layers.addAll(List.of(new Conv(in, width, 3, 1), new Relu(), new Conv(width, width, 3, 1), new Relu()));
            in = width;
        }
        layers.addAll(List.of(new GlobalAverage(), new Flatten(), new Linear(in, DataSet.CLASSES)));
        return layers;
    }
}
