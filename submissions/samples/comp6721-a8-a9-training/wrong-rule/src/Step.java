package karim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import assay.training.ImageBatch;

/** Forward, loss, backward, update. */
final class Step {
    private Step() {}

    static NDArray of(Trainer trainer, ImageBatch batch) {
        NDArray loss;
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList logits = trainer.forward(new NDList(batch.images()));
            loss = trainer.getLoss().evaluate(new NDList(batch.labels()), logits);
            collector.backward(loss);
        }
        trainer.step();
        return loss;
    }
}
