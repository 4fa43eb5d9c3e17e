package assay.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Blocks;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import assay.runner.frame.ToTrainer;
import assay.training.ImageBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task gets to see: each training image once an epoch, as the assignment says. */
class LoopTest {
    private static final ToTrainer.Images SHAPE = new ToTrainer.Images(5, 3, 2, 4);
    private static final int IMAGE = 3 * 2 * 4;

    @TempDir
    private Path folder;

    @Test
    void each_image_comes_once_with_its_label_and_its_numbers_in_order() throws Exception {
        List<Long> labels = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        withLoop(loop -> {
            assertThat(loop.batchesPerEpoch()).isEqualTo(3);
            for (ImageBatch batch : loop.batches()) {
                sizes.add(Math.toIntExact(batch.images().getShape().get(0)));
                assertThat(batch.images().getShape().slice(1)).isEqualTo(new Shape(3, 2, 4));
                float[] numbers = batch.images().toFloatArray();
                long[] named = batch.labels().toLongArray();
                for (int image = 0; image < named.length; image++) {
                    labels.add(named[image]);
                    for (int i = 0; i < IMAGE; i++) {
                        assertThat(numbers[image * IMAGE + i])
                                .isEqualTo(scaled(pixel(Math.toIntExact(named[image]), i)), within(1e-6f));
                    }
                }
            }
        });

        assertThat(labels).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    @SuppressWarnings("NullAway") // as a student's step may give it
    void a_step_that_gives_no_loss_is_told_so() throws Exception {
        withLoop(loop -> assertThatThrownBy(() -> loop.record(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the loss is null; step returns the loss of its batch"));
    }

    private void withLoop(Consumer<Loop> test) throws Exception {
        byte[] pixels = new byte[SHAPE.count() * IMAGE];
        byte[] labels = new byte[SHAPE.count()];
        for (int image = 0; image < SHAPE.count(); image++) {
            labels[image] = (byte) image;
            for (int i = 0; i < IMAGE; i++) {
                pixels[image * IMAGE + i] = (byte) pixel(image, i);
            }
        }
        Files.write(folder.resolve(TrainingImages.IMAGES), pixels);
        Files.write(folder.resolve(TrainingImages.LABELS), labels);
        try (TrainingImages images = TrainingImages.open(folder, SHAPE);
                Model model = Model.newInstance("test", Device.cpu(), TaskRun.ENGINE)) {
            model.setBlock(Blocks.batchFlattenBlock());
            try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                    .optDevices(new Device[] {Device.cpu()}))) {
                trainer.initialize(new Shape(1, 3, 2, 4));
                test.accept(new Loop(trainer, images, 2, 1, 7, (_, _, _) -> {}));
            }
        }
    }

    private static int pixel(int image, int index) {
        return (image * 50 + index * 7) % 256;
    }

    private static float scaled(int pixel) {
        return (pixel / 255f - 0.5f) / 0.5f;
    }
}
