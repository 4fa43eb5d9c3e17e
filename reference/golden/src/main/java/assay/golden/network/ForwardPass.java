package assay.golden.network;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import assay.golden.torch.Functional;
import java.util.List;
import java.util.Map;

/** One pass of images through a network. To be used once. */
final class ForwardPass {
    private static final float EPSILON = 1e-5f;

    private final Map<String, NDArray> weights;
    private final boolean training;
    private final LayerNames names = new LayerNames();

    /**
     * @param weights by name, of the shapes of {@link ReferenceNetwork#parameters}; none is changed
     * @param training whether batch norms take the batch's own statistics; dropout is left out in either case
     */
    ForwardPass(Map<String, NDArray> weights, boolean training) {
        this.weights = weights;
        this.training = training;
    }

    /**
     * The logits.
     *
     * @param images of shape {@code [N, C, H, W]}
     */
    NDArray through(ReferenceNetwork network, NDArray images) {
        return through(network.layers(), images);
    }

    private NDArray through(List<Layer> layers, NDArray input) {
        NDArray at = input;
        for (Layer layer : layers) {
            at = through(layer, at);
        }
        return at;
    }

    private NDArray through(Layer layer, NDArray at) {
        return switch (layer) {
            case Layer.Conv conv -> convolved(conv, at);
            case Layer.BatchNorm norm -> normalised(names.next(norm), at);
            case Layer.Linear linear -> {
                String name = names.next(linear);
                yield Functional.linear(at, get(name + ".weight"), get(name + ".bias"));
            }
            case Layer.Relu _ -> Functional.relu(at);
            case Layer.LeakyRelu(float slope) -> Functional.leakyRelu(at, slope);
            case Layer.Dropout _ -> at;
            case Layer.MaxPool(int size) -> Functional.maxPool2d(at, size, size, 0, false);
            case Layer.GlobalAverage _ -> Functional.adaptiveAvgPool2d(at, 1, 1);
            case Layer.Flatten _ -> Functional.flatten(at);
            case Layer.Residual(List<Layer> body, int in, int out, int stride) ->
                Functional.relu(through(body, at).add(stride == 1 ? at : shortcut(at, out - in)));
        };
    }

    private NDArray convolved(Layer.Conv conv, NDArray at) {
        String name = names.next(conv);
        NDArray bias = conv.bias() ? get(name + ".bias") : at.getManager().zeros(new Shape(conv.out()));
        return Functional.conv2d(at, get(name + ".weight"), bias, conv.stride(), conv.padding());
    }

    private NDArray normalised(String name, NDArray at) {
        return Functional.batchNorm2d(
                at,
                get(name + ".running_mean"),
                get(name + ".running_var"),
                get(name + ".gamma"),
                get(name + ".beta"),
                EPSILON,
                training);
    }

    private static NDArray shortcut(NDArray at, int missing) {
        Shape shape = at.getShape();
        NDArray zeros = at.getManager().zeros(new Shape(shape.get(0), missing, shape.get(2), shape.get(3)));
        return Functional.maxPool2d(missing == 0 ? at : at.concat(zeros, 1), 2, 2, 0, false);
    }

    private NDArray get(String name) {
        return requireNonNull(weights.get(name), name);
    }
}
