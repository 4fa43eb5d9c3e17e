package assay.core.assignment;

import assay.core.compare.Tolerance;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * Reads tolerances: what is not said stays as it is around.
 *
 * @param around the tolerance of the assignment, or the default
 */
record ToleranceReader(Tolerance around) {
    private static final List<String> KEYS = List.of("relative", "absolute");

    /** For the cases of an assignment: around them is what the assignment says. */
    static ToleranceReader within(YamlObject assignment) {
        return new ToleranceReader(new ToleranceReader(Tolerance.DEFAULT).read(assignment));
    }

    /** The tolerance of an object that may have one. */
    Tolerance read(YamlObject object) {
        return object.optional("tolerance")
                .flatMap(value -> value.object().flatMap(keys -> tolerance(value, keys)))
                .orElse(around);
    }

    private Optional<Tolerance> tolerance(YamlValue value, YamlObject keys) {
        keys.allow(KEYS);
        double relative = share(keys, "relative", 1, around.relative());
        double absolute = share(keys, "absolute", Double.MAX_VALUE, around.absolute());
        return relative + absolute > 0
                ? Optional.of(new Tolerance(relative, absolute))
                : value.problem("relative and absolute must not both be 0");
    }

    private static double share(YamlObject keys, String key, double maximum, double otherwise) {
        return keys.optional(key)
                .flatMap(value -> value.number()
                        .flatMap(number -> number < 0 || number > maximum
                                ? value.problem(
                                        number < 0
                                                ? "must not be negative"
                                                : "must be at most 1, the golden's variance")
                                : Optional.of(number)))
                .orElse(otherwise);
    }
}
