package assay.core.property;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.List;
import java.util.Optional;

/** What must hold of a kernel's output; a pure function. */
@FunctionalInterface
public interface Property {
    /**
     * Beyond so many standard deviations, chance is ruled out: it goes there 6 times in 10 million.
     *
     * <p>P(|Z| > 5) = 5.7e-7 for a normal Z, which sums over a thousand places and more are close to.
     */
    double DEVIATIONS = 5;

    /**
     * What is wrong, and where, in a sentence to the student; empty if the property holds.
     *
     * @param output of the shape that the kernel's has
     */
    Optional<String> broken(List<Argument> arguments, Tensor output);

    /** That of a kernel; empty for those, nearly all, whose outputs are weighed against a golden. */
    static Optional<Property> of(Kernel kernel) {
        return switch (kernel) {
            case K_FOLD -> Optional.of(new FairFolds());
            case MINI_BATCHES -> Optional.of(new FairBatches());
            case DROPOUT -> Optional.of(new FairDropout());
            default -> Optional.empty();
        };
    }
}
