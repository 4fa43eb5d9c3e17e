package assay.core.assignment;

import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what an assignment says of a network against those that there are.
 *
 * @param all none where it is not known which there are; then anything is taken
 */
record KnownNetworks(List<KnownNetwork> all) {
    KnownNetworks {
        all = List.copyOf(all);
    }

    /** The network and its data, as {@code training} names them. */
    void check(YamlObject training) {
        if (all.isEmpty()) {
            return;
        }
        Optional<YamlValue> data = training.optional("data");
        data.flatMap(value -> value.oneOf(data(), "data set"))
                .ifPresent(set -> network(training)
                        .filter(network -> !network.data().contains(set))
                        .ifPresent(network -> data.get()
                                .problem("the network " + network.id() + " takes images of "
                                        + String.join(" or ", network.data()) + ", not of " + set)));
        training.optional("network")
                .ifPresent(
                        value -> value.oneOf(all.stream().map(KnownNetwork::id).toList(), "network"));
    }

    /** Layers of the network that {@code training} names. */
    void checkLayers(YamlObject training, List<YamlValue> layers) {
        network(training)
                .ifPresent(
                        network -> layers.forEach(layer -> layer.oneOf(network.layers(), "layer of " + network.id())));
    }

    private Optional<KnownNetwork> network(YamlObject training) {
        return training.optional("network")
                .flatMap(YamlValue::raw)
                .flatMap(id ->
                        all.stream().filter(network -> network.id().equals(id)).findFirst());
    }

    private List<String> data() {
        Stream<String> sets = all.stream().flatMap(network -> network.data().stream());
        return sets.distinct().toList();
    }
}
