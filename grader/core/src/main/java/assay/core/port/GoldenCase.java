package assay.core.port;

import static java.util.Objects.requireNonNull;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.List;

/**
 * One input and its golden. The tensors are shared: nobody may write to them.
 *
 * @param digest SHA-256 over inputs and golden, in hexadecimal
 */
public record GoldenCase(List<Argument> arguments, Tensor expected, List<Misconception> misconceptions, String digest) {
    public GoldenCase {
        arguments = List.copyOf(arguments);
        requireNonNull(expected, "expected is null");
        misconceptions = List.copyOf(misconceptions);
        requireNonNull(digest, "digest is null");
    }

    /**
     * A wrong variant that students are known to compute.
     *
     * @param name e.g. {@code zero_padding}
     * @param explanation what it is and what would be right, to the student, in a sentence or two
     * @param output what it gives for this input
     */
    public record Misconception(String name, String explanation, Tensor output) {
        public Misconception {
            requireNonNull(name, "name is null");
            requireNonNull(explanation, "explanation is null");
            requireNonNull(output, "output is null");
        }
    }
}
