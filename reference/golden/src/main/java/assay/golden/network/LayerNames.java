package assay.golden.network;

import java.util.HashMap;
import java.util.Map;

/** Numbers layers by kind, as the training API does: {@code conv1}, {@code bn1}, {@code fc1}. */
final class LayerNames {
    private final Map<String, Integer> counts = new HashMap<>();

    String next(Layer.Conv conv) {
        return next("conv");
    }

    String next(Layer.BatchNorm norm) {
        return next("bn");
    }

    String next(Layer.Linear linear) {
        return next("fc");
    }

    private String next(String kind) {
        return kind + counts.merge(kind, 1, Integer::sum);
    }
}
