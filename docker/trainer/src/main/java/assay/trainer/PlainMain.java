package assay.trainer;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.translate.TranslateException;
import assay.training.ImageBatch;
import assay.training.TrainingTask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a trainer is compared with: the steps of a task over DJL's own data set of arrays, in a JVM without any of our
 * settings, frames and walls. Prints for each epoch how many seconds it took, a number a line.
 *
 * <p>Arguments: the folder of the training data, how many images lie there, their channels, height and width, how many
 * epochs, and the name of the task's class, which is on the class path.
 */
public final class PlainMain {
    private PlainMain() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException, TranslateException {
        Path folder = Path.of(args[0]);
        Shape shape = new Shape(
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]),
                Integer.parseInt(args[4]));
        Engine.getEngine(TaskRun.ENGINE).setRandomSeed(1);
        TrainingTask task = task(args[6]);
        DefaultTrainingConfig config = new DefaultTrainingConfig(task.loss()).optOptimizer(task.optimizer());
        try (Model model = Model.newInstance("plain", TaskRun.ENGINE)) {
            model.setBlock(task.network());
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(1, shape.get(1), shape.get(2), shape.get(3)));
                ArrayDataset images = images(
                        folder, shape, task.hyperParameters().batchSize(), trainer.getManager());
                for (int epoch = 0; epoch < Integer.parseInt(args[5]); epoch++) {
                    long start = System.nanoTime();
                    epoch(task, trainer, images);
                    System.out.println((System.nanoTime() - start) / 1e9);
                }
            }
        }
    }

    private static TrainingTask task(String name) throws ReflectiveOperationException {
        java.lang.reflect.Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true); // a class that is not public does as well
        return (TrainingTask) constructor.newInstance();
    }

    private static ArrayDataset images(Path folder, Shape shape, int batchSize, NDManager manager) throws IOException {
        ByteBuffer pixels = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(TrainingImages.IMAGES)));
        ByteBuffer labels = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(TrainingImages.LABELS)));
        NDArray bytes = manager.create(pixels, shape, DataType.UINT8);
        NDArray images = bytes.toType(DataType.FLOAT32, true).divi(255).subi(0.5f).divi(0.5f);
        bytes.close();
        return new ArrayDataset.Builder()
                .setData(images)
                .optLabels(manager.create(labels, new Shape(shape.get(0)), DataType.UINT8)
                        .toType(DataType.INT64, true))
                .setSampling(batchSize, true)
                .build();
    }

    private static void epoch(TrainingTask task, Trainer trainer, ArrayDataset images)
            throws IOException, TranslateException {
        for (Batch batch : trainer.iterateDataset(images)) {
            try (batch) {
                NDArray loss = task.step(
                        trainer,
                        new ImageBatch(
                                batch.getData().singletonOrThrow(),
                                batch.getLabels().singletonOrThrow()));
                loss.getFloat(); // as whoever watches a loss would
            }
        }
    }
}
