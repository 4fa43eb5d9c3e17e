package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A network that an assignment can name.
 *
 * @param id as assignments name it, e.g. {@code lenet}
 * @param data ids of the data sets whose images it takes
 * @param layers that have parameters, e.g. {@code conv1}
 */
public record KnownNetwork(String id, List<String> data, List<String> layers) {
    public KnownNetwork {
        requireNonNull(id, "id is null");
        data = List.copyOf(data);
        layers = List.copyOf(layers);
    }
}
