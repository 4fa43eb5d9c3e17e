package assay.golden.network;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import assay.golden.data.ImageShape;
import assay.golden.torch.Functional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A network as a list of layers. Another is another list; see {@link ReferenceNetworksOfSeeds}.
 *
 * @param id as assignments name it
 * @param input of one image
 */
public record ReferenceNetwork(String id, ImageShape input, List<Layer> layers) {
    public ReferenceNetwork {
        requireNonNull(id, "id is null");
        requireNonNull(input, "input is null");
        layers = List.copyOf(layers);
    }

    /** The shape of each parameter by name, e.g. {@code conv1.weight}, in the order of the layers. */
    public SequencedMap<String, List<Integer>> parameters() {
        SequencedMap<String, List<Integer>> shapes = new LinkedHashMap<>();
        Names names = new Names();
        for (Layer layer : layers) {
            switch (layer) {
                case Layer.Conv(int in, int out, int kernel, int padding) -> {
                    String name = names.next("conv");
                    shapes.put(name + ".weight", List.of(out, in, kernel, kernel));
                    shapes.put(name + ".bias", List.of(out));
                }
                case Layer.Linear(int in, int out) -> {
                    String name = names.next("fc");
                    shapes.put(name + ".weight", List.of(out, in));
                    shapes.put(name + ".bias", List.of(out));
                }
                case Layer.Relu _, Layer.MaxPool _, Layer.GlobalAverage _, Layer.Flatten _ -> {}
            }
        }
        return shapes;
    }

    /**
     * The logits.
     *
     * @param weights by name, of the shapes of {@link #parameters}
     * @param images of shape {@code [N, C, H, W]}
     */
    NDArray forward(Map<String, NDArray> weights, NDArray images) {
        NDArray at = images;
        Names names = new Names();
        for (Layer layer : layers) {
            at = switch (layer) {
                case Layer.Conv conv -> {
                    String name = names.next("conv");
                    yield Functional.conv2d(
                            at, get(weights, name + ".weight"), get(weights, name + ".bias"), 1, conv.padding());
                }
                case Layer.Linear _ -> {
                    String name = names.next("fc");
                    yield Functional.linear(at, get(weights, name + ".weight"), get(weights, name + ".bias"));
                }
                case Layer.Relu _ -> Functional.relu(at);
                case Layer.MaxPool(int size) -> Functional.maxPool2d(at, size, size, 0, false);
                case Layer.GlobalAverage _ -> Functional.adaptiveAvgPool2d(at, 1, 1);
                case Layer.Flatten _ -> Functional.flatten(at);
            };
        }
        return at;
    }

    private static NDArray get(Map<String, NDArray> weights, String name) {
        return requireNonNull(weights.get(name), name);
    }

    /** Numbers layers by kind. */
    private static final class Names {
        private final Map<String, Integer> counts = new LinkedHashMap<>();

        String next(String kind) {
            return kind + counts.merge(kind, 1, Integer::sum);
        }
    }
}
