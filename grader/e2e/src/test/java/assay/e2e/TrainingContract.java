package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingCheck;
import assay.core.assignment.TrainingItem;
import assay.core.assignment.TrainingSpec;
import assay.core.domain.DataSize;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import assay.core.domain.Verdict;
import assay.core.intake.Intake;
import assay.core.late.LatePolicy;
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
import assay.sandbox.session.JailedTrainingGround;
import assay.sandbox.train.ImageCounts;
import assay.sandbox.train.TrainerJails;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A LeNet on made-up digits, from the sources to the points, wherever it trains. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TrainingContract {
    private static final int TRAINING_IMAGES = 1500;

    @TempDir
    private static Path folder;

    private Optional<TrainingGround> ground = Optional.empty();
    private Optional<ReferenceNetworks> networks = Optional.empty();

    /** @param data the folder of a set's training data by its id */
    abstract TrainerJails jails(Function<String, Path> data);

    @BeforeAll
    void make_digits_and_ground() throws Exception {
        Path data = MadeUpDigits.in(folder, TRAINING_IMAGES);
        ImageCounts counts = _ -> new ImageCounts.Shape(TRAINING_IMAGES, 1, 28, 28);
        ground = Optional.of(new JailedTrainingGround(jails(_ -> data), counts));
        networks = Optional.of(new TorchNetworks(new DataFolder(folder), PyTorch::load));
    }

    @AfterAll
    void close() {
        ground.ifPresent(TrainingGround::close);
    }

    @Test
    void a_network_that_learns_earns_everything() {
        PartResult result = train(LeNetSource.right(), Duration.ofMinutes(5));

        assertThat(messages(result)).allSatisfy(message -> assertThat(message).doesNotContain("Exception"));
        assertThat(result.verdict()).as(messages(result).toString()).isEqualTo(Verdict.AC);
        assertThat(result.earned()).isEqualTo(Points.of("4"));
        assertThat(result.curve()).isPresent();
    }

    @Test
    void another_width_and_a_missing_relu_are_found() {
        PartResult narrow =
                train(LeNetSource.right().replace("setFilters(16)", "setFilters(12)"), Duration.ofMinutes(5));
        PartResult flat =
                train(LeNetSource.right().replaceFirst("\\.add\\(Activation::relu\\)", ""), Duration.ofMinutes(5));

        assertThat(item(narrow, "model").verdict()).isEqualTo(Verdict.WA);
        assertThat(item(narrow, "model").message()).contains("conv2.weight has the shape [12, 6, 5, 5] instead of");
        assertThat(item(narrow, "training").verdict()).isEqualTo(Verdict.SK);
        assertThat(item(flat, "model").verdict()).isEqualTo(Verdict.AC);
        assertThat(item(flat, "forward").verdict()).isEqualTo(Verdict.WA);
    }

    @Test
    void an_exit_in_the_second_epoch_keeps_the_first() {
        String exits =
                LeNetSource.right().replace("trainer.step();", "trainer.step(); if (++steps > 50) System.exit(0);");

        PartResult result = train(exits, Duration.ofMinutes(5));

        assertThat(result.note()).contains("is there a System.exit?").contains("the weights after epoch 1");
        assertThat(item(result, "model").verdict()).isEqualTo(Verdict.AC);
    }

    @Test
    void a_loop_that_never_ends_is_stopped() {
        String endless =
                LeNetSource.right().replace("trainer.step();", "while (steps >= 0) { steps = (steps + 1) % 7; }");

        PartResult result = train(endless, Duration.ofSeconds(6));

        assertThat(item(result, "training").verdict()).isEqualTo(Verdict.TLE);
    }

    @Test
    void what_throws_is_told_with_its_place() {
        String throwing = LeNetSource.right()
                .replace("trainer.step();", "if (steps == 0) { throw new IllegalStateException(\"no step\"); }");

        CaseResult item = item(train(throwing, Duration.ofMinutes(5)), "training");

        assertThat(item.verdict()).isEqualTo(Verdict.RTE);
        assertThat(item.message()).isEqualTo("java.lang.IllegalStateException: no step.");
        assertThat(item.stack().getFirst()).startsWith("LeNet.step(LeNet.java:");
    }

    @Test
    void the_trainer_itself_is_not_a_students_to_name() {
        Grading grading = grade("import assay.trainer.TrainMain; class A { TrainMain main; }", Duration.ofMinutes(1));

        assertThat(grading.verdict()).isEqualTo(Verdict.CE);
    }

    private PartResult train(String source, Duration wall) {
        Grading grading = grade(source, wall);
        assertThat(grading.problem()).as(grading.compiler().toString()).isEmpty();
        return grading.parts().getFirst();
    }

    private Grading grade(String source, Duration wall) {
        TrainingPart part = new TrainingPart("lenet", "LeNet", Points.of("4"), spec(wall), items());
        Assignment assignment = new Assignment(
                "lenet",
                "LeNet",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(part),
                "digest");
        Submission submission = new Submission(
                "ada", Instant.EPOCH, Optional.empty(), List.of(new SourceFile("LeNet.java", source)), "", List.of());
        Trainings trainings = Trainings.of(ground.orElseThrow(), networks.orElseThrow());
        try (Sandbox sandbox = ProcessSandbox.open()) {
            GradingContext context = GradingContext.of(assignment, sandbox, House.goldens(), trainings, "test");
            return new GradingPipeline(sandbox, House.goldens(), trainings)
                    .grade(new GradingRequest(context, new Intake.Accepted(submission)), (GradingEvent _) -> {});
        }
    }

    private static List<TrainingItem> items() {
        return List.of(
                new TrainingItem("model", Points.of("1"), new TrainingCheck.Architecture()),
                new TrainingItem("forward", Points.of("1"), new TrainingCheck.Forward()),
                new TrainingItem("training", Points.of("1"), new TrainingCheck.LossFalls(0.9)),
                new TrainingItem("accuracy", Points.of("1"), new TrainingCheck.Accuracy(0.5)));
    }

    private static TrainingSpec spec(Duration wall) {
        return new TrainingSpec(
                "lenet", "mnist", 3, wall, DataSize.ofMebibytes(2048), false, List.of(), Optional.empty());
    }

    private static CaseResult item(PartResult result, String id) {
        return result.cases().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> messages(PartResult result) {
        return result.cases().stream().map(CaseResult::message).toList();
    }
}
