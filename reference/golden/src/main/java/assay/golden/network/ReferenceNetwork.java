package assay.golden.network;

import static java.util.Objects.requireNonNull;

import assay.golden.data.ImageShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

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
        LayerNames names = new LayerNames();
        flat(layers).forEach(layer -> {
            switch (layer) {
                case Layer.Conv conv -> {
                    String name = names.next(conv);
                    shapes.put(name + ".weight", List.of(conv.out(), conv.in(), conv.kernel(), conv.kernel()));
                    if (conv.bias()) {
                        shapes.put(name + ".bias", List.of(conv.out()));
                    }
                }
                case Layer.Linear linear -> {
                    String name = names.next(linear);
                    shapes.put(name + ".weight", List.of(linear.out(), linear.in()));
                    shapes.put(name + ".bias", List.of(linear.out()));
                }
                case Layer.BatchNorm norm -> {
                    String name = names.next(norm);
                    for (String parameter : List.of("gamma", "beta", "running_mean", "running_var")) {
                        shapes.put(name + "." + parameter, List.of(norm.channels()));
                    }
                }
                case Layer.Relu _,
                        Layer.LeakyRelu _,
                        Layer.Dropout _,
                        Layer.MaxPool _,
                        Layer.GlobalAverage _,
                        Layer.Flatten _,
                        Layer.Residual _ -> {}
            }
        });
        return shapes;
    }

    /** Whether there is chance in it while it trains. */
    boolean hasChance() {
        return flat(layers).anyMatch(Layer.Dropout.class::isInstance);
    }

    /** Each layer with those within it, which come after it. */
    private static Stream<Layer> flat(List<Layer> layers) {
        return layers.stream()
                .flatMap(layer -> layer instanceof Layer.Residual residual
                        ? Stream.concat(Stream.of(layer), flat(residual.body()))
                        : Stream.of(layer));
    }
}
