package assay.golden.misconception;

import static java.util.Objects.requireNonNull;

import assay.golden.torch.TorchFunction;

/**
 * One wrong variant of a kernel.
 *
 * @param name as an assignment refers to it, e.g. {@code zero_padding}
 * @param explanation to the student: what was computed, and what is asked for
 * @param function the variant itself; it may fail for arguments for which there is no such variant
 */
public record Variant(String name, String explanation, TorchFunction function) {
    public Variant {
        requireNonNull(name, "name is null");
        requireNonNull(explanation, "explanation is null");
        requireNonNull(function, "function is null");
    }
}
