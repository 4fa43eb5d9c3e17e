package assay.e2e;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingSpec;
import assay.core.port.ReferenceNetworks;
import assay.kernels.Tensor;
import java.util.Map;

/** Assignments that train, made short enough for a test: one epoch, and a few test images. */
final class ShortTraining {
    private ShortTraining() {}

    static Assignment of(Assignment assignment) {
        return assignment.with(
                assignment.parts().stream().map(ShortTraining::part).toList());
    }

    private static Part part(Part part) {
        return part instanceof TrainingPart training
                ? new TrainingPart(
                        training.id(),
                        training.title(),
                        training.points(),
                        training.spec().withEpochs(Math.min(1, training.spec().epochs())),
                        training.items())
                : part;
    }

    /** Measures a few images at most. */
    record FewImages(ReferenceNetworks networks, int most) implements ReferenceNetworks {
        @Override
        public Probe probe(TrainingSpec spec, long seed) {
            return networks.probe(spec, seed);
        }

        @Override
        public Measured measure(TrainingSpec spec, byte[] weights, int images) {
            return networks.measure(spec, weights, Math.min(images, most));
        }

        @Override
        public Map<String, Tensor> weights(TrainingSpec spec, byte[] weights) {
            return networks.weights(spec, weights);
        }

        @Override
        public Map<String, String> description(TrainingSpec spec) {
            return networks.description(spec);
        }
    }
}
