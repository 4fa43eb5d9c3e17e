package assay.server.queue;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.pipeline.Trainings;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import java.util.function.Function;

/**
 * Where a process grades, as the command line wires it.
 *
 * @param trainings what an assignment needs that trains; asked for only by those that do
 * @param version of Assay, for the provenance
 * @param floor what the machine enforces on that sandbox, for the provenance
 */
public record Ground(
        Sandbox sandbox,
        GoldenSource goldens,
        Function<Assignment, Trainings> trainings,
        String version,
        String floor) {
    public Ground {
        requireNonNull(sandbox, "sandbox is null");
        requireNonNull(goldens, "goldens is null");
        requireNonNull(trainings, "trainings is null");
        requireNonNull(version, "version is null");
        requireNonNull(floor, "floor is null");
    }

    /** For assignments that do not train, with nothing known of the machine. */
    public static Ground withoutTraining(Sandbox sandbox, GoldenSource goldens, String version) {
        return new Ground(sandbox, goldens, _ -> Trainings.none(), version, "none");
    }

    Trainings trainings(Assignment assignment) {
        return assignment.trains() ? trainings.apply(assignment) : Trainings.none();
    }
}
