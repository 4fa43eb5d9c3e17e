package assay.golden.network;

import assay.golden.data.DataSet;
import assay.golden.network.Layer.BatchNorm;
import assay.golden.network.Layer.Conv;
import assay.golden.network.Layer.Flatten;
import assay.golden.network.Layer.GlobalAverage;
import assay.golden.network.Layer.Linear;
import assay.golden.network.Layer.Relu;
import assay.golden.network.Layer.Residual;
import java.util.ArrayList;
import java.util.List;

/**
 * ResNet for CIFAR-10 and its plain twin, of 6n + 2 layers (He et al., Deep Residual Learning, section 4.2): a
 * convolution to 16 channels, n blocks each of 16, 32 and 64 channels, the average, and a linear layer. Shortcuts have no
 * parameters, so that both have the same.
 */
final class ResidualNetworks {
    private static final int FIRST = 16;
    private static final int GROUPS = 3;

    private ResidualNetworks() {}

    static ReferenceNetwork residual(String id, int n) {
        return network(id, n, true);
    }

    static ReferenceNetwork plain(String id, int n) {
        return network(id, n, false);
    }

    private static ReferenceNetwork network(String id, int n, boolean residual) {
        List<Layer> layers = new ArrayList<>(List.of(
                new Conv(DataSet.CIFAR10.shape().channels(), FIRST, 3, 1, 1, false), new BatchNorm(FIRST), new Relu()));
        int in = FIRST;
        for (int group = 0; group < GROUPS; group++) {
            int out = FIRST << group;
            for (int block = 0; block < n; block++) {
                layers.addAll(block(in, out, residual));
                in = out;
            }
        }
        layers.addAll(List.of(new GlobalAverage(), new Flatten(), new Linear(in, DataSet.CLASSES)));
        return new ReferenceNetwork(id, DataSet.CIFAR10.shape(), layers);
    }

    private static List<Layer> block(int in, int out, boolean residual) {
        int stride = in == out ? 1 : 2;
        List<Layer> body = List.of(
                new Conv(in, out, 3, stride, 1, false),
                new BatchNorm(out),
                new Relu(),
                new Conv(out, out, 3, 1, 1, false),
                new BatchNorm(out));
        if (residual) {
            return List.of(new Residual(body, in, out, stride));
        }
        List<Layer> plain = new ArrayList<>(body);
        plain.add(new Relu());
        return plain;
    }
}
