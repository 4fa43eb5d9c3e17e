package assay.golden.network;

import assay.core.assignment.KnownNetwork;
import assay.golden.data.DataSet;
import assay.golden.network.Layer.BatchNorm;
import assay.golden.network.Layer.Conv;
import assay.golden.network.Layer.Dropout;
import assay.golden.network.Layer.Flatten;
import assay.golden.network.Layer.GlobalAverage;
import assay.golden.network.Layer.LeakyRelu;
import assay.golden.network.Layer.Linear;
import assay.golden.network.Layer.MaxPool;
import assay.golden.network.Layer.Relu;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** SimpleConvNet of UCU's Homework 2: one convolution, not followed by a ReLU, and two linear layers. */
    public static final ReferenceNetwork SIMPLE_CONV_NET = new ReferenceNetwork(
            "simple-conv-net",
            DataSet.MNIST.shape(),
            List.of(
                    new Conv(1, 20, 5, 0),
                    new MaxPool(2),
                    new Flatten(),
                    new Linear(2880, 500),
                    new Relu(),
                    new Linear(500, 10)));

    /** The simple network of Week 7: two convolutions of 7 x 7 with batch norms, and a linear layer. */
    public static final ReferenceNetwork MNIST_CNN = new ReferenceNetwork(
            "mnist-cnn",
            DataSet.MNIST.shape(),
            List.of(
                    new Conv(1, 32, 7, 0),
                    new BatchNorm(32),
                    new Relu(),
                    new Conv(32, 64, 7, 0),
                    new BatchNorm(64),
                    new Relu(),
                    new Flatten(),
                    new Linear(64 * 16 * 16, 10)));

    /** MultiLayerFCNet of COMP 6721's Assignment 8, with 256 units in each of three hidden layers. */
    public static final ReferenceNetwork CIFAR_MLP = new ReferenceNetwork(
            "cifar-mlp",
            DataSet.CIFAR10.shape(),
            List.of(
                    new Flatten(),
                    new Linear(3072, 256),
                    new Relu(),
                    new Linear(256, 256),
                    new Relu(),
                    new Linear(256, 256),
                    new Relu(),
                    new Linear(256, 10)));

    /** The CNN of COMP 6721's Assignment 9, with batch norms, leaky ReLUs and dropout. */
    public static final ReferenceNetwork CIFAR_CNN_BN =
            new ReferenceNetwork("cifar-cnn-bn", DataSet.CIFAR10.shape(), cifarCnnBn());

    private static final List<ReferenceNetwork> ALL = List.of(
            CIFAR_CNN,
            LENET,
            SIMPLE_CONV_NET,
            MNIST_CNN,
            CIFAR_MLP,
            CIFAR_CNN_BN,
            ResidualNetworks.residual("resnet20", 3),
            ResidualNetworks.plain("plain20", 3),
            ResidualNetworks.residual("resnet32", 5),
            ResidualNetworks.plain("plain32", 5));

    private ReferenceNetworksOfSeeds() {}

    public static Optional<ReferenceNetwork> named(String id) {
        return ALL.stream().filter(network -> network.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return ALL.stream().map(ReferenceNetwork::id).toList();
    }

    /** All of them, as an assignment's file is held against. */
    public static List<KnownNetwork> known() {
        return ALL.stream()
                .map(network -> new KnownNetwork(
                        network.id(),
                        Arrays.stream(DataSet.values())
                                .filter(set -> set.shape().equals(network.input()))
                                .map(DataSet::id)
                                .toList(),
                        network.parameters().keySet().stream()
                                .map(name -> name.substring(0, name.indexOf('.')))
                                .distinct()
                                .toList()))
                .toList();
    }

    private static List<Layer> cifarCnnBn() {
        List<Layer> layers = new ArrayList<>();
        int in = DataSet.CIFAR10.shape().channels();
        for (int width : new int[] {32, 64}) {
            for (int from : new int[] {in, width}) {
                layers.addAll(List.of(new Conv(from, width, 3, 1), new BatchNorm(width), new LeakyRelu(0.01f)));
            }
            layers.add(new MaxPool(2));
            in = width;
        }
        layers.addAll(List.of(
                new Flatten(),
                new Dropout(0.1f),
                new Linear(4096, 1000),
                new Relu(),
                new Linear(1000, 512),
                new Relu(),
                new Dropout(0.1f),
                new Linear(512, DataSet.CLASSES)));
        return layers;
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
