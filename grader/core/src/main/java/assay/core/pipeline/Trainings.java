package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.port.ReferenceNetworks;
import assay.core.port.TrainingGround;
import java.util.Optional;

/**
 * What parts that train need besides: where code trains, and the truth about networks.
 *
 * @param networks empty where nothing is trained
 */
public record Trainings(TrainingGround ground, Optional<ReferenceNetworks> networks) {
    public Trainings {
        requireNonNull(ground, "ground is null");
        requireNonNull(networks, "networks is null");
    }

    public static Trainings of(TrainingGround ground, ReferenceNetworks networks) {
        return new Trainings(ground, Optional.of(networks));
    }

    /** Where only kernels are graded: a part that trains is a fault of ours then. */
    public static Trainings none() {
        return new Trainings(TrainingGround.none(), Optional.empty());
    }
}
