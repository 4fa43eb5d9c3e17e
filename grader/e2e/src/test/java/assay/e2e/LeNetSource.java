package assay.e2e;

/** A student's LeNet. */
final class LeNetSource {
    private LeNetSource() {}

    static String right() {
        return """
                import ai.djl.ndarray.*;
                import ai.djl.ndarray.types.Shape;
                import ai.djl.nn.*;
                import ai.djl.nn.convolutional.Conv2d;
                import ai.djl.nn.core.Linear;
                import ai.djl.nn.pooling.Pool;
                import ai.djl.training.*;
                import assay.training.*;

                public class LeNet implements TrainingTask {
                    private int steps;

                    public HyperParameters hyperParameters() {
                        return new HyperParameters(3, 32);
                    }

                    public Block network() {
                        return new SequentialBlock()
                            .add(Conv2d.builder().setKernelShape(new Shape(5, 5)).setFilters(6).build())
                            .add(Activation::relu)
                            .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                            .add(Conv2d.builder().setKernelShape(new Shape(5, 5)).setFilters(16).build())
                            .add(Activation::relu)
                            .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                            .add(Blocks.batchFlattenBlock())
                            .add(Linear.builder().setUnits(120).build())
                            .add(Activation::relu)
                            .add(Linear.builder().setUnits(84).build())
                            .add(Activation::relu)
                            .add(Linear.builder().setUnits(10).build());
                    }

                    public NDArray step(Trainer trainer, ImageBatch batch) {
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
                """;
    }
}
