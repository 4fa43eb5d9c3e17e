package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingSpec;
import assay.core.intake.Intake;
import assay.core.intake.IntakeLimits;
import assay.core.intake.SubmissionFolder;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingEvent;
import assay.core.pipeline.GradingPipeline;
import assay.core.pipeline.GradingRequest;
import assay.core.pipeline.Trainings;
import assay.core.port.Sandbox;
import assay.core.port.TrainingGround;
import assay.core.result.PartResult;
import assay.golden.data.DataFolder;
import assay.golden.data.DataSet;
import assay.golden.network.TorchNetworks;
import assay.golden.torch.PyTorch;
import assay.sandbox.process.ProcessSandbox;
import assay.sandbox.process.ProcessTrainerJails;
import assay.sandbox.session.JailedTrainingGround;
import assay.sandbox.train.ImageCounts;
import assay.sandbox.train.TrainerKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One epoch of LeNet on the real MNIST, from the official files to the verdict, where they lie at hand. */
class RealDigitsTest {
    private static final Path LENET = House.root().resolve("grader/e2e/src/training/lenet");

    @TempDir
    private Path folder;

    /** What training sees is made beside the files, so they are not used in place. */
    @BeforeEach
    void copy_the_official_files() throws IOException {
        Path official = Stream.of(
                        System.getenv().getOrDefault("ASSAY_DATA", ""),
                        House.root().resolveSibling("shared/data").toString())
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place).resolve("mnist"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(folder);
        Path mnist = Files.createDirectory(folder.resolve("mnist"));
        for (DataSet.Source source : DataSet.MNIST.sources()) {
            Path file = official.resolve(source.file());
            assumeTrue(Files.exists(file), "there is no MNIST in ASSAY_DATA or ../shared/data");
            Files.copy(file, mnist.resolve(source.file()));
        }
    }

    @Test
    void an_epoch_of_lenet_is_right_on_nineteen_digits_of_twenty() throws Exception {
        Assignment assignment = House.assignmentIn(LENET);
        DataFolder data = new DataFolder(folder);
        Path prepared = data.prepared(DataSet.MNIST);
        DataSet set = DataSet.MNIST;
        ImageCounts counts = _ -> new ImageCounts.Shape(set.trainingImages(), 1, 28, 28);
        ProcessTrainerJails jails = new ProcessTrainerJails(
                Path.of(System.getProperty("java.home")),
                TrainerKit.ofThisProgram(),
                _ -> prepared,
                Runtime.getRuntime().availableProcessors());
        Intake solution = SubmissionFolder.single(LENET.resolve("solution"), Instant.EPOCH, IntakeLimits.standard())
                .read();

        try (TrainingGround ground = new JailedTrainingGround(jails, counts);
                Sandbox sandbox = ProcessSandbox.open()) {
            Trainings trainings = Trainings.of(ground, new TorchNetworks(data, PyTorch::load));
            GradingContext context =
                    GradingContext.of(oneEpoch(assignment), sandbox, House.goldens(), trainings, "test");
            PartResult part = new GradingPipeline(sandbox, House.goldens(), trainings)
                    .grade(new GradingRequest(context, solution), (GradingEvent _) -> {})
                    .parts()
                    .getFirst();

            assertThat(part.curve()).as(part.toString()).isPresent();
            assertThat(part.curve().get().points().getLast().accuracy())
                    .as(part.toString())
                    .isGreaterThan(0.95);
        }
    }

    private static Assignment oneEpoch(Assignment whole) {
        TrainingPart part = (TrainingPart) whole.parts().getFirst();
        TrainingSpec spec = part.spec();
        TrainingSpec one = spec.withEpochs(1);
        return whole.with(List.of(new TrainingPart(part.id(), part.title(), part.points(), one, part.items())));
    }
}
