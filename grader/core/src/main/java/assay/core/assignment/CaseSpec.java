package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.compare.Tolerance;
import assay.core.domain.Visibility;
import java.util.List;

/**
 * How one case is drawn.
 *
 * @param id unique in its part, e.g. {@code seed-shape}; never enters a sandbox
 * @param arguments one a parameter of the kernel, in its order
 * @param misconceptions names of wrong variants whose output is looked for in the student's, e.g. {@code zero_padding}
 */
public record CaseSpec(
        String id,
        Visibility visibility,
        List<ArgumentSpec> arguments,
        Tolerance tolerance,
        List<String> misconceptions) {
    public CaseSpec {
        requireNonNull(id, "id is null");
        requireNonNull(visibility, "visibility is null");
        requireNonNull(tolerance, "tolerance is null");
        arguments = List.copyOf(arguments);
        misconceptions = List.copyOf(misconceptions);
    }

    /** Whether students may see it. */
    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    /** The same case with other random numbers for each time; as it is for 0. */
    CaseSpec redrawn(int time) {
        return time == 0 ? this : new CaseSpec(id + "." + time, visibility, arguments, tolerance, misconceptions);
    }
}
