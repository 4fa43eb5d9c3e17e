package assay.core.compare;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** How an output stands against its golden. */
public sealed interface TensorComparison {
    /** Whether the output is accepted. */
    boolean matches();

    /** The shapes differ; nothing else was compared, there is no broadcasting. */
    record ShapeMismatch(List<Integer> expected, List<Integer> actual) implements TensorComparison {
        public ShapeMismatch {
            expected = List.copyOf(expected);
            actual = List.copyOf(actual);
        }

        @Override
        public boolean matches() {
            return false;
        }
    }

    /**
     * The shapes are the same.
     *
     * @param mse mean squared error over the places where both are finite; NaN where a non-finite value does not match
     * @param allowed the largest mse that is accepted
     * @param maxAbsolute the largest absolute error where both are finite
     * @param maxRelative the largest error where both are finite, relative to the golden's magnitude there or to a
     *     millionth of the golden's root mean square, whichever is larger
     * @param mismatches at how many places the squared error alone is above {@code allowed}; an output that matches may
     *     have some, one that does not has at least one
     * @param size how many numbers there are
     * @param first the first such place, in row-major order
     * @param map the errors, for a picture; only where the output does not match, and never of a scalar
     */
    record Weighed(
            boolean matches,
            double mse,
            double allowed,
            double maxAbsolute,
            double maxRelative,
            int mismatches,
            int size,
            Optional<Mismatch> first,
            Optional<ErrorMap> map)
            implements TensorComparison {
        public Weighed {
            requireNonNull(first, "first is null");
            requireNonNull(map, "map is null");
        }
    }

    /** One place where output and golden differ. */
    record Mismatch(List<Integer> index, float expected, float actual) {
        public Mismatch {
            index = List.copyOf(index);
        }
    }

    /**
     * Where an output differs, small enough for a picture.
     *
     * @param rows at most 32
     * @param columns at most 32
     * @param errors the largest absolute error of each cell, row by row; NaN for a non-finite value out of place
     * @param shown which slice is drawn, e.g. {@code output[0, 2]}: the one with the largest error
     */
    record ErrorMap(int rows, int columns, List<Float> errors, String shown) {
        public ErrorMap {
            errors = List.copyOf(errors);
            requireNonNull(shown, "shown is null");
        }
    }
}
