package assay.golden.store;

import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The goldens used last, as many as fit into a number of bytes. Safe for use by several threads at once. */
final class GoldenCache {
    private final long capacity;
    private final Map<String, GoldenCase> goldens = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param capacity in bytes of tensors; a golden that is larger by itself is not kept */
    GoldenCache(long capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<GoldenCase> find(String key) {
        return Optional.ofNullable(goldens.get(key));
    }

    synchronized void keep(String key, GoldenCase golden) {
        if (bytes(golden) > capacity || goldens.containsKey(key)) {
            return;
        }
        goldens.put(key, golden);
        bytes += bytes(golden);
        Iterator<GoldenCase> oldest = goldens.values().iterator();
        while (bytes > capacity) {
            bytes -= bytes(oldest.next());
            oldest.remove();
        }
    }

    private static long bytes(GoldenCase golden) {
        long numbers = golden.expected().size();
        for (Argument argument : golden.arguments()) {
            if (argument instanceof Argument.OfTensor(Tensor tensor)) {
                numbers += tensor.size();
            }
        }
        for (Misconception misconception : golden.misconceptions()) {
            numbers += misconception.output().size();
        }
        return numbers * Float.BYTES;
    }
}
