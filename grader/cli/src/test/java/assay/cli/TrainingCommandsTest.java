package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.cli.TestBench.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about training over the real digits, where this machine has them; twenty batches are enough. */
class TrainingCommandsTest {
    private static final String ASSIGNMENT = """
            id: short
            title: Short
            version: 1
            zone: UTC
            deadline: 2026-02-01T00:00:00Z
            late: none
            parts:
              - id: lenet
                title: LeNet
                points: 2
                training:
                  task: short
                  network: lenet
                  data: mnist
                  epochs: 1
                  items:
                    - { id: model, points: 0.5, check: architecture }
                    - { id: forward, points: 0.5, check: forward }
                    - { id: accuracy, points: 1, check: accuracy, above: 20% }
            """;

    @TempDir
    private static Path folder;

    private static Map<String, String> home = Map.of();

    @BeforeAll
    static void fetch() {
        Optional<Path> real = Stream.of(
                        Optional.ofNullable(System.getenv("ASSAY_DATA")).map(Path::of),
                        Optional.of(TestBench.ROOT.resolveSibling("shared").resolve("data")))
                .flatMap(Optional::stream)
                .map(data -> data.resolve("mnist"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(real.isPresent(), "skipped: no MNIST on this machine; ASSAY_DATA names the folder that holds it");
        home = Map.of("ASSAY_DATA", folder.resolve("data").toString());

        Said said = TestBench.run(
                home, "data", "fetch", "mnist", "--from", real.get().toString());

        assertThat(said.exit()).as(said.err()).isEqualTo(ExitCode.DONE);
        assertThat(said.out()).contains("60,000 training images [5923, 6742,", "10,000 test images [980, 1135,");
        TinyClass.write(folder.resolve("short/assignment.yaml"), ASSIGNMENT);
    }

    @Test
    void verifying_says_that_the_files_are_the_official_ones() {
        Said said = TestBench.run(home, "data", "verify", "mnist");

        assertThat(said.exit()).isEqualTo(ExitCode.DONE);
        assertThat(said.out()).contains("10,000 test images").contains("official");
    }

    @Test
    void a_network_trains_at_home_and_its_weights_are_graded_again() throws Exception {
        Path kept = folder.resolve("weights.safetensors");
        TinyClass.write(folder.resolve("mine/LeNet.java"), lenet());

        Said trained = TestBench.run(
                home,
                "train",
                folder.resolve("short").toString(),
                folder.resolve("mine").toString(),
                "--keep",
                kept.toString());

        assertThat(trained.out())
                .as(trained.err())
                .contains("LeNet: 2 of 2 points")
                .contains("3 of 3 accepted. Grading looks at the same of what is trained.")
                .doesNotContain("hidden cases");
        assertThat(trained.exit()).isEqualTo(ExitCode.DONE);

        Path ofTask = folder.resolve("weights-short.safetensors");
        Said again = TestBench.run(home, "train", folder.resolve("short").toString(), "--weights", ofTask.toString());

        assertThat(again.exit()).isEqualTo(ExitCode.DONE);
        String right = trained.out()
                .lines()
                .filter(line -> line.contains(" test images are right"))
                .findFirst()
                .orElseThrow();
        assertThat(again.out()).contains(right).contains("nothing was trained");
        try (Stream<Path> seen = Files.list(folder.resolve("data/mnist/training"))) {
            assertThat(seen.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("train-images.u8", "train-labels.u8");
        }
    }

    @Test
    void an_assignment_that_trains_is_checked_without_training() {
        Said said = TestBench.run(home, "assignment", "check", "kpu-assignment-2-training");

        assertThat(said.out()).isEqualTo("""
                        Not looked at is what training comes to, 2.5 of 5 points; --train trains the solution for it.
                        kpu-assignment-2-training can be published: 5 points in 1 parts, nothing to object to.
                        """);
        assertThat(said.exit()).isEqualTo(ExitCode.DONE);
    }

    /** With an epoch of twenty batches. */
    private static String lenet() {
        return """
                import ai.djl.ndarray.*;
                import ai.djl.ndarray.types.Shape;
                import ai.djl.nn.*;
                import ai.djl.nn.convolutional.Conv2d;
                import ai.djl.nn.core.Linear;
                import ai.djl.nn.pooling.Pool;
                import ai.djl.training.*;
                import assay.training.*;

                @Task("short")
                public class LeNet implements TrainingTask {
                    public HyperParameters hyperParameters() {
                        return new HyperParameters(1, 64);
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

                    public void train(TrainingLoop loop) {
                        int steps = 0;
                        for (ImageBatch batch : loop.batches()) {
                            loop.record(step(loop.trainer(), batch));
                            if (++steps == 20) {
                                break;
                            }
                        }
                        loop.endEpoch();
                    }
                }
                """;
    }
}
