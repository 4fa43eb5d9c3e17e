package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.kernels.call.Argument;
import java.util.List;

/** How one argument of a case is drawn from the case's seed. Tensors are float32, row-major. */
public sealed interface ArgumentSpec {
    /** A given number, switch or list of whole numbers. */
    record Given(Argument argument) implements ArgumentSpec {
        public Given {
            requireNonNull(argument, "argument is null");
        }
    }

    /** Given numbers of a given shape, row-major. */
    record Values(List<Integer> shape, List<Float> values) implements ArgumentSpec {
        public Values {
            shape = List.copyOf(shape);
            values = List.copyOf(values);
        }
    }

    /**
     * Independent draws from a normal distribution; a standard deviation of 0 gives a constant.
     *
     * @param constantChannels the indices along dimension 1 of channels that hold one draw each, the same at every
     *     place: beside varying channels they show whether a normalisation survives a variance of 0, while alone they
     *     would accept an answer of zeros
     */
    record Normal(List<Integer> shape, double mean, double standardDeviation, List<Integer> constantChannels)
            implements ArgumentSpec {
        public Normal {
            shape = List.copyOf(shape);
            constantChannels = List.copyOf(constantChannels);
        }

        /** Every channel varies. */
        public Normal(List<Integer> shape, double mean, double standardDeviation) {
            this(shape, mean, standardDeviation, List.of());
        }
    }

    /** Independent draws from a uniform distribution over [low, high). */
    record Uniform(List<Integer> shape, double low, double high) implements ArgumentSpec {
        public Uniform {
            shape = List.copyOf(shape);
        }
    }

    /** One normal draw a channel (dimension 1), the same at every place of it. */
    record ConstantChannels(List<Integer> shape, double mean, double standardDeviation) implements ArgumentSpec {
        public ConstantChannels {
            shape = List.copyOf(shape);
        }
    }

    /** Independent draws of whole numbers 0 … below-1, such as target classes. */
    record Classes(int count, int below) implements ArgumentSpec {}
}
