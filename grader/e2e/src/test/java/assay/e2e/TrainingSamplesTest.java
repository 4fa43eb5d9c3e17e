package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.domain.Points;
import assay.core.intake.IntakeLimits;
import assay.core.intake.SubmissionFolder;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingEvent;
import assay.core.pipeline.GradingPipeline;
import assay.core.pipeline.GradingRequest;
import assay.core.pipeline.Trainings;
import assay.core.port.ReferenceNetworks;
import assay.core.port.Sandbox;
import assay.core.port.TrainingGround;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.golden.data.DataFolder;
import assay.golden.network.TorchNetworks;
import assay.golden.torch.PyTorch;
import assay.sandbox.process.ProcessSandbox;
import assay.sandbox.process.ProcessTrainerJails;
import assay.sandbox.session.JailedTrainingGround;
import assay.sandbox.train.ImageCounts;
import assay.sandbox.train.TrainerKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The samples and starters of the assignments that train, for one epoch over made-up images: what a network is shows then, and what
 * becomes of it over real ones is in their {@code expect.yaml}.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingSamplesTest {
    private static final int IMAGES = 256;
    private static final int MEASURED = 100;

    @TempDir
    private static Path folder;

    private Optional<TrainingGround> ground = Optional.empty();
    private Optional<ReferenceNetworks> networks = Optional.empty();

    @BeforeAll
    void make_images_and_ground() throws Exception {
        Path digits = MadeUpDigits.in(folder, IMAGES);
        Path photos = MadeUpPhotos.in(folder, IMAGES);
        ImageCounts counts = set -> set.equals("mnist")
                ? new ImageCounts.Shape(IMAGES, 1, 28, 28)
                : new ImageCounts.Shape(IMAGES, 3, 32, 32);
        ground = Optional.of(new JailedTrainingGround(
                new ProcessTrainerJails(
                        Path.of(System.getProperty("java.home")),
                        TrainerKit.ofThisProgram(),
                        set -> set.equals("mnist") ? digits : photos,
                        1),
                counts));
        networks = Optional.of(
                new ShortTraining.FewImages(new TorchNetworks(new DataFolder(folder), PyTorch::load), MEASURED));
    }

    @AfterAll
    void close() {
        ground.ifPresent(TrainingGround::close);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            cs5242-hw4-training       | solution          | cnn: model AC, cnn: forward AC
            cs5242-hw4-training       | wrong-width       | cnn: model WA, cnn: forward SK, cnn: training SK, cnn: hyper-parameters SK
            ucu-hw2-training          | solution          | network: model AC, network: forward AC
            ucu-hw2-training          | extra-relu        | network: model AC, network: forward WA
            ucu-hw2-training          | one-unit-short    | network: model WA, network: forward SK, network: training SK, network: accuracy SK
            kpu-assignment-2-training | solution          | lenet: model AC, lenet: forward AC, lenet: step-size AC
            kpu-assignment-2-training | too-large-steps   | lenet: model AC, lenet: forward AC, lenet: step-size WA
            week7-cnn-training        | no-shortcut       | residual: model AC, residual: forward WA, residual: schedule WA, residual: beats-plain SK, simple: model SK, deeper: model SK
            week7-cnn-training        | fan-in            | deeper: model AC, deeper: forward AC, deeper: initialisation WA, deeper: schedule AC
            comp6721-a8-a9-training   | moving-statistics | cnn: model AC, cnn: dropout AC, frozen: untouched WA, fine-tuned: accuracy SK
            comp6721-a8-a9-training   | wrong-rule        | rmsprop: two-steps AC, rmsprop: large-eps WA, mlp-rmsprop: accuracy SK
            """)
    void a_sample_gets_what_it_deserves(String id, String sample, String expected) {
        Grading grading = grade(id, House.samples(id).resolve(sample));

        assertThat(found(grading)).contains(expected.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"week7-cnn-training", "comp6721-a8-a9-training"})
    void a_solution_of_several_tasks_is_right_in_all_that_an_epoch_can_show(String id) {
        Grading grading = grade(id, House.samples(id).resolve("solution"));

        List<String> beforeTraining =
                List.of("model", "forward", "batch-norm", "dropout", "initialisation", "schedule", "untouched");
        for (PartResult part : grading.parts()) {
            assertThat(part.cases())
                    .as(part.id())
                    .allSatisfy(result -> assertThat(result.verdict().name())
                            .as("%s %s: %s", part.id(), result.id(), result.message())
                            .isIn(
                                    beforeTraining.contains(result.id())
                                            ? List.of("AC")
                                            : List.of("AC", "WA", "SK", "PD")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cs5242-hw4-training",
        "ucu-hw2-training",
        "kpu-assignment-2-training",
        "week7-cnn-training",
        "comp6721-a8-a9-training"
    })
    void a_starter_compiles_and_earns_nothing(String id) {
        Grading grading = grade(id, House.root().resolve("submissions/starter").resolve(id));

        assertThat(grading.problem()).isEmpty();
        assertThat(grading.score().raw()).isEqualTo(Points.ZERO);
        assertThat(grading.parts().stream().flatMap(part -> part.cases().stream()))
                .extracting(CaseResult::message)
                .allSatisfy(message -> assertThat(message)
                        .satisfiesAnyOf(
                                text -> assertThat(text).startsWith("Not implemented yet"),
                                text -> assertThat(text).startsWith("Nothing was trained"),
                                text -> assertThat(text).containsAnyOf("times.md", "evaluation.md")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cs5242-hw4-training",
        "ucu-hw2-training",
        "kpu-assignment-2-training",
        "week7-cnn-training",
        "comp6721-a8-a9-training"
    })
    void every_sample_says_what_it_expects(String id) throws Exception {
        try (java.util.stream.Stream<Path> samples = Files.list(House.samples(id))) {
            for (Path sample : samples.filter(Files::isDirectory).toList()) {
                assertThat(Expectation.of(House.samples(id), String.valueOf(sample.getFileName()))
                                .about())
                        .isNotBlank();
            }
        }
    }

    private static List<String> found(Grading grading) {
        return grading.parts().stream()
                .flatMap(part -> part.cases().stream()
                        .map(result -> "%s: %s %s".formatted(part.id(), result.id(), result.verdict())))
                .collect(Collectors.toList());
    }

    private Grading grade(String id, Path submission) {
        Assignment assignment = ShortTraining.of(House.assignment(id));
        Trainings trainings = Trainings.of(ground.orElseThrow(), networks.orElseThrow());
        try (Sandbox sandbox = ProcessSandbox.open()) {
            GradingContext context = GradingContext.of(assignment, sandbox, House.goldens(), trainings, "test");
            GradingRequest request = new GradingRequest(
                    context,
                    SubmissionFolder.single(submission, Instant.EPOCH, IntakeLimits.standard())
                            .read());
            return new GradingPipeline(sandbox, House.goldens(), trainings).grade(request, (GradingEvent _) -> {});
        }
    }
}
