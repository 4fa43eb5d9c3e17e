package assay.core.domain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Enough to run a grading again and to say what differs: assay's version, the digests of assignment, image and goldens,
 * the sandbox and its limits, the versions of Java and PyTorch, the hardware.
 *
 * @param entries by name, in order of the names
 */
public record Provenance(Map<String, String> entries) {
    public Provenance {
        requireNonNull(entries, "entries is null");
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }
}
