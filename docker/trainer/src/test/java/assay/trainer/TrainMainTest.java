package assay.trainer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Tensor;
import assay.runner.frame.ClassFile;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.FromTrainer;
import assay.runner.frame.Hello;
import assay.runner.frame.Ready;
import assay.runner.frame.ToTrainer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trainer as a process, spoken to in frames. */
class TrainMainTest {
    private static final long NONCE = 4711;
    private static final int MAX_FRAME = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void it_ends_with_its_host_however_long_the_task_goes_on() throws Exception {
        Files.write(folder.resolve(TrainingImages.IMAGES), new byte[4]);
        Files.write(folder.resolve(TrainingImages.LABELS), new byte[1]);
        Process trainer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dai.djl.offline=true",
                        "-DOPT_OUT_TRACKING=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            FrameWriter writer = new FrameWriter(trainer.getOutputStream(), NONCE);
            FrameReader<FromTrainer> reader = FrameReader.fromTrainer(trainer.getInputStream(), NONCE, MAX_FRAME);
            writer.write(new Hello());
            assertThat(reader.read()).isInstanceOf(Ready.class);
            writer.write(order());
            assertThat(reader.read()).isInstanceOf(FromTrainer.Announced.class);

            trainer.getOutputStream().close();

            assertThat(trainer.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(trainer.exitValue()).isEqualTo(TrainMain.DONE);
        } finally {
            trainer.destroyForcibly();
        }
    }

    private static ToTrainer.Train order() throws Exception {
        String name = EndlessTask.class.getName();
        try (InputStream bytes =
                requireNonNull(EndlessTask.class.getResourceAsStream("EndlessTask.class"), "the class is not there")) {
            return new ToTrainer.Train(
                    List.of(new ClassFile(name, bytes.readAllBytes())),
                    new ToTrainer.Images(1, 1, 2, 2),
                    1,
                    1,
                    false,
                    List.of(),
                    new ToTrainer.Probe(List.of(), Tensor.zeros(1, 1, 2, 2), false),
                    "",
                    List.of());
        }
    }
}
