package assay.core.pipeline;

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
import assay.core.domain.Verdict;
import assay.core.late.LatePolicy;
import assay.core.port.CallOutcome;
import assay.core.port.Classes;
import assay.core.port.TrainingRun.End;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.kernels.Tensor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a training run earns, part of it by part of it, as on the network and training of Homework 4. */
class TrainingPartTest {
    private static final TrainingCheck ABOVE_HALF = new TrainingCheck.Accuracy(0.5);

    private final ScriptedTraining training = new ScriptedTraining();
    private final List<GradingEvent> events = new ArrayList<>();

    @Test
    void a_good_run_earns_everything() {
        PartResult result = run(hw4());

        assertThat(result.verdict()).isEqualTo(Verdict.AC);
        assertThat(result.earned()).isEqualTo(Points.of("5"));
        assertThat(result.note()).isEmpty();
        assertThat(message(result, "accuracy"))
                .isEqualTo("7,600 of 10,000 test images are right: 76.00 % (95 % interval 75.00 to 77.00 %); asked for"
                        + " is more than 75 %.");
        assertThat(message(result, "training"))
                .isEqualTo("The loss on 2,000 test images went from 0.0900 to 0.0240; it must fall to 75 % of what it"
                        + " was.");
    }

    @ParameterizedTest(name = "{0} right of 10,000: {1}")
    @CsvSource({"7500, WA", "7501, AC"})
    void more_than_75_percent_means_what_it_says(int correct, Verdict verdict) {
        training.correct = Optional.of(correct);

        assertThat(verdict(run(hw4()), "accuracy")).isEqualTo(verdict);
    }

    @Test
    void of_another_architecture_nothing_is_measured_and_what_it_reports_earns_nothing() {
        training.before = ScriptedTraining.UNFIT;
        training.after = List.of(ScriptedTraining.UNFIT, ScriptedTraining.UNFIT);
        training.output = Optional.empty();

        PartResult result = run(hw4());

        assertThat(verdicts(result)).isEqualTo("SK WA SK SK");
        assertThat(result.earned()).isEqualTo(Points.ZERO);
        assertThat(message(result, "model"))
                .isEqualTo("The network is not the one that is asked for: conv1.weight has the shape [8, 3, 3, 3]"
                        + " instead of [16, 3, 3, 3].");
        assertThat(message(result, "training"))
                .isEqualTo("The weights do not fit the reference network, so nothing can be measured.");
    }

    @Test
    void weights_that_are_no_numbers_keep_model_and_forward() {
        training.after = List.of(40, ScriptedTraining.NOT_FINITE);

        PartResult result = run(hw4());

        assertThat(verdicts(result)).isEqualTo("WA AC AC WA");
        assertThat(message(result, "accuracy"))
                .isEqualTo("The weights are not all numbers: conv1.bias holds NaN at number 0.");
    }

    @Test
    void weights_that_are_no_numbers_any_more_end_the_run() {
        training.after = List.of(40, ScriptedTraining.NOT_FINITE, 90);

        PartResult result = run(hw4());

        assertThat(result.note())
                .isEqualTo("The run was ended: after epoch 2 the weights are not all numbers: conv1.bias holds NaN at"
                        + " number 0. Graded are the weights after epoch 2.");
    }

    @Test
    void where_a_run_broke_off_is_told_with_the_epoch_that_is_graded() {
        training.after = List.of(40, 80);
        training.end = new End.Threw(
                CallOutcome.Kind.EXCEPTION,
                "java.lang.IllegalStateException",
                "my own mistake",
                List.of("hw.Cnn.step(Cnn.java:60)", "hw.Cnn.train(Cnn.java:7)"));

        PartResult result = run(hw4());

        assertThat(result.note())
                .isEqualTo("java.lang.IllegalStateException: my own mistake. It was thrown at hw.Cnn.step(Cnn.java:60)."
                        + " Graded are the weights after epoch 2.");
        assertThat(verdict(result, "accuracy")).isEqualTo(Verdict.AC);
    }

    @Test
    void what_was_printed_stands_where_a_run_failed_before_its_first_epoch() {
        training.printed = "3 classes";
        training.end = new End.Threw(CallOutcome.Kind.EXCEPTION, "java.lang.Error", "early", List.of());

        assertThat(run(hw4()).cases()).extracting(CaseResult::printed).containsOnly("");

        training.after = List.of();

        assertThat(run(hw4()).cases())
                .allSatisfy(
                        item -> assertThat(item.printed()).isEqualTo(item.verdict() == Verdict.RTE ? "3 classes" : ""))
                .extracting(CaseResult::verdict)
                .contains(Verdict.RTE);
    }

    @Test
    void a_wrong_forward_pass_costs_its_points_alone() {
        training.output = Optional.of(Tensor.scalar(1.5f));

        PartResult result = run(hw4());

        assertThat(verdicts(result)).isEqualTo("AC AC WA AC");
        assertThat(result.earned()).isEqualTo(Points.of("3.5"));
        assertThat(message(result, "forward")).contains("something else than the reference network");
    }

    @Test
    void a_forward_pass_that_throws_says_so() {
        training.output = Optional.empty();
        training.problem = "java.lang.IllegalStateException: shapes";

        assertThat(verdict(run(hw4()), "forward")).isEqualTo(Verdict.RTE);
    }

    @Test
    void a_crash_keeps_the_last_epoch() {
        training.end = new End.Killed(CallOutcome.Cause.MEMORY, "too much");

        PartResult result = run(hw4());

        assertThat(result.earned()).isEqualTo(Points.of("5"));
        assertThat(result.note())
                .isEqualTo("Stopped for using more than 4096 MiB of memory. Graded are the weights after epoch 3.");
    }

    @Test
    void it_says_what_it_took_of_a_gpu() {
        training.gpuTime = Duration.ofSeconds(12);
        TrainingPart limited = named("cnn", spec(List.of()).withGpuTime(Duration.ofSeconds(90)), ABOVE_HALF);

        assertThat(run(hw4()).note()).isEqualTo("A GPU was assigned for 12 s.");
        assertThat(run(limited).note()).isEqualTo("A GPU was assigned for 12 s, of 90 s.");
        training.end = new End.Killed(CallOutcome.Cause.WALL_TIME, "its 90 s of GPU time are over");
        assertThat(run(limited).note())
                .isEqualTo("Stopped: its 90 s of GPU time are over. Graded are the weights after epoch 3. A GPU was"
                        + " assigned for 12 s, of 90 s.");
    }

    @Test
    void code_that_is_not_written_yet_earns_nothing_and_is_told_so() {
        training.announces = false;
        training.end =
                new End.Threw(CallOutcome.Kind.NOT_IMPLEMENTED, "", "", List.of("student.Cnn.network(Cnn.java:3)"));

        PartResult result = run(hw4());

        assertThat(verdicts(result)).isEqualTo("SK SK SK SK");
        assertThat(result.earned()).isEqualTo(Points.ZERO);
        assertThat(message(result, "model")).startsWith("Not implemented yet");
    }

    @Test
    void a_run_that_leads_nowhere_is_stopped() {
        training.after = List.of(10, 10, 10);

        PartResult result = run(hw4());

        assertThat(result.note())
                .isEqualTo("The run was ended: after epoch 2 fewer than 15 % of the watched images are right. Graded"
                        + " are the weights after epoch 2.");
    }

    @Test
    void our_fault_is_no_verdict_on_the_student() {
        training.broken = 2;

        assertThat(run(hw4()).verdict()).isEqualTo(Verdict.IE);
        assertThat(training.trained).isEqualTo(2);
    }

    @Test
    void our_fault_is_tried_once_more() {
        training.broken = 1;

        assertThat(run(hw4()).verdict()).isEqualTo(Verdict.AC);
        assertThat(events).filteredOn(GradingEvent.Retried.class::isInstance).hasSize(1);
    }

    @Test
    void nothing_is_trained_where_a_needed_part_is_not_accepted() {
        TrainingPart part = part(List.of("conv2d"), new TrainingCheck.Architecture());

        PartResult result = runner().train(part, Optional.of(new Classes(List.of())), Map.of());

        assertThat(result.verdict()).isEqualTo(Verdict.SK);
        assertThat(message(result, "item")).contains("the part conv2d must be accepted");
        assertThat(training.trained).isZero();
    }

    @Test
    void finished_weights_are_graded_without_a_run() {
        PartResult result = runner().weights(hw4(), new byte[] {76});

        assertThat(verdicts(result)).isEqualTo("AC AC SK SK");
        assertThat(result.note()).isEqualTo("Graded from finished weights.");
        assertThat(training.trained).isZero();
    }

    @Test
    void the_curve_has_what_was_reported_and_what_was_measured() {
        PartResult result = run(hw4());

        assertThat(result.curve()).isPresent();
        assertThat(result.curve().get().watched()).isEqualTo(2000);
        assertThat(result.curve().get().points()).hasSize(4);
        assertThat(result.curve().get().points().get(3).accuracy()).isEqualTo(0.76);
        assertThat(result.curve().get().points().get(3).reported()).isEqualTo(1.0);
    }

    @Test
    void progress_says_how_much_is_left() {
        run(hw4());

        List<GradingEvent.EpochDone> epochs = events.stream()
                .filter(GradingEvent.EpochDone.class::isInstance)
                .map(GradingEvent.EpochDone.class::cast)
                .toList();
        assertThat(epochs).extracting(GradingEvent.EpochDone::epoch).containsExactly(0, 1, 2, 3);
        assertThat(epochs.get(1).left()).isEqualTo(Duration.ofSeconds(20));
        assertThat(epochs.get(3).left()).isZero();
    }

    @Test
    void other_evidence_is_judged_by_measurement() {
        training.rates = List.of(0.1f, 0.01f);

        assertThat(check(new TrainingCheck.AccuracyImproves(1, 3, 0.3))).isEqualTo(Verdict.AC);
        assertThat(check(new TrainingCheck.AccuracyImproves(1, 2, 0.3))).isEqualTo(Verdict.WA);
        assertThat(check(new TrainingCheck.AccuracyImproves(3, 9, 0.1))).isEqualTo(Verdict.SK);
        assertThat(check(new TrainingCheck.LearningRate(Map.of(0, 0.1, 32_000, 0.01))))
                .isEqualTo(Verdict.AC);
        assertThat(check(new TrainingCheck.LearningRate(Map.of(0, 0.1, 32_000, 0.02))))
                .isEqualTo(Verdict.WA);
        assertThat(check(new TrainingCheck.Frozen(List.of("conv1")))).isEqualTo(Verdict.AC);
        assertThat(check(new TrainingCheck.Frozen(List.of("fc1")))).isEqualTo(Verdict.WA);
        assertThat(check(new TrainingCheck.EpochTime(Duration.ofSeconds(10)))).isEqualTo(Verdict.AC);
        assertThat(check(new TrainingCheck.EpochTime(Duration.ofSeconds(9)))).isEqualTo(Verdict.TLE);
        assertThat(check(new TrainingCheck.HyperParameters())).isEqualTo(Verdict.AC);
    }

    @Test
    void in_training_the_network_is_held_to_the_batchs_own_statistics() {
        training.inTraining = List.of(Tensor.scalar(2), Tensor.scalar(2));
        assertThat(check(new TrainingCheck.TrainMode())).isEqualTo(Verdict.AC);

        training.inTraining = List.of(Tensor.scalar(1), Tensor.scalar(1));
        assertThat(check(new TrainingCheck.TrainMode())).isEqualTo(Verdict.WA);
    }

    @Test
    void with_dropout_two_passes_in_training_must_differ() {
        training.expectedInTraining = Optional.empty();
        training.inTraining = List.of(Tensor.scalar(2), Tensor.scalar(3));
        assertThat(check(new TrainingCheck.TrainMode())).isEqualTo(Verdict.AC);

        training.inTraining = List.of(Tensor.scalar(2), Tensor.scalar(2));
        assertThat(check(new TrainingCheck.TrainMode())).isEqualTo(Verdict.WA);
    }

    @Test
    void a_loss_is_looked_at_after_the_epoch_that_is_named() {
        assertThat(check(new TrainingCheck.LossAt(2, 0.0401))).isEqualTo(Verdict.AC);
        assertThat(check(new TrainingCheck.LossAt(2, 0.0399))).isEqualTo(Verdict.WA);
        assertThat(check(new TrainingCheck.LossAt(4, 1))).isEqualTo(Verdict.SK);
    }

    @Test
    void one_network_must_be_ahead_of_another() {
        TrainingPartRunner runner = runner();
        TrainingPart plain = named("plain", spec(List.of()), new TrainingCheck.Accuracy(0.1));
        training.after = List.of(70);
        runner.train(plain, Optional.of(new Classes(List.of())), Map.of());
        training.after = List.of(72);

        assertThat(runner.train(beats("plain", 0.01), Optional.of(new Classes(List.of())), Map.of())
                        .verdict())
                .isEqualTo(Verdict.AC);
        PartResult tooLittle = runner.train(beats("plain", 0.02), Optional.of(new Classes(List.of())), Map.of());
        assertThat(message(tooLittle, "item"))
                .isEqualTo(
                        "72.00 % of 10,000 test images are right, and 70.00 % with the network of the part plain; asked"
                                + " for is more than 2 % ahead.");
        assertThat(runner.train(beats("nobody", 0.02), Optional.of(new Classes(List.of())), Map.of())
                        .verdict())
                .isEqualTo(Verdict.SK);
    }

    @Test
    void a_part_begins_with_the_weights_of_another_but_for_the_layers_that_begin_anew() {
        TrainingPartRunner runner = runner();
        TrainingPart tuned =
                named("tuned", startingAt("cnn", List.of("fc1")), new TrainingCheck.Frozen(List.of("conv1")));

        PartResult without = runner.train(tuned, Optional.of(new Classes(List.of())), Map.of());
        assertThat(message(without, "item"))
                .isEqualTo(
                        "Nothing was trained: this begins with the weights of the part cnn, which has none that fit.");

        runner.train(
                named("cnn", spec(List.of()), new TrainingCheck.Architecture()),
                Optional.of(new Classes(List.of())),
                Map.of());
        PartResult result = runner.train(tuned, Optional.of(new Classes(List.of())), Map.of());

        assertThat(result.verdict()).isEqualTo(Verdict.AC);
        assertThat(training.startedWith).containsOnlyKeys("conv1.weight", "fc1.weight");
        assertThat(training.startedWith.values()).extracting(Tensor::get).containsExactly(1f, -7f);
    }

    /** Who trains everything and announces its end as its beginning would have touched nothing. */
    @Test
    void what_is_frozen_is_held_to_the_weights_that_were_given_whatever_the_code_announces() {
        TrainingPartRunner runner = runner();
        runner.train(
                named("cnn", spec(List.of()), new TrainingCheck.Architecture()),
                Optional.of(new Classes(List.of())),
                Map.of());
        training.before = 40;
        training.after = List.of(40);

        PartResult result = runner.train(
                named("tuned", startingAt("cnn", List.of("conv1")), new TrainingCheck.Frozen(List.of("fc1"))),
                Optional.of(new Classes(List.of())),
                Map.of());

        assertThat(message(result, "item")).isEqualTo("Training changed what should be frozen: fc1.weight.");
    }

    @Test
    void a_network_that_is_only_looked_at_can_be_begun_with() {
        training.after = List.of();
        TrainingPartRunner runner = runner();
        TrainingPart looked = named("cnn", spec(List.of()).withEpochs(0), new TrainingCheck.Architecture());

        assertThat(runner.train(looked, Optional.of(new Classes(List.of())), Map.of())
                        .verdict())
                .isEqualTo(Verdict.AC);
        TrainingPart tuned = named("tuned", startingAt("cnn", List.of()), new TrainingCheck.Architecture());
        assertThat(runner.train(tuned, Optional.of(new Classes(List.of())), Map.of())
                        .verdict())
                .isEqualTo(Verdict.AC);
    }

    private static TrainingPart beats(String part, double by) {
        return named("residual", spec(List.of()), new TrainingCheck.Beats(part, by));
    }

    private static TrainingPart named(String id, TrainingSpec spec, TrainingCheck check) {
        return new TrainingPart(id, id, Points.of("1"), spec, List.of(new TrainingItem("item", Points.of("1"), check)));
    }

    private static TrainingSpec startingAt(String part, List<String> except) {
        TrainingSpec spec = spec(List.of());
        return new TrainingSpec(
                spec.network(),
                spec.data(),
                spec.epochs(),
                spec.wall(),
                spec.memory(),
                spec.gpu(),
                spec.needs(),
                spec.giveUp(),
                "",
                Optional.of(new TrainingSpec.Start(part, except)),
                Optional.empty());
    }

    private Verdict check(TrainingCheck check) {
        return run(part(List.of(), check)).verdict();
    }

    private PartResult run(TrainingPart part) {
        return runner().train(part, Optional.of(new Classes(List.of())), Map.of());
    }

    private TrainingPartRunner runner() {
        return new TrainingPartRunner(
                new Assignment(
                        "hw",
                        "Homework",
                        1,
                        ZoneOffset.UTC,
                        Instant.EPOCH,
                        new LatePolicy.None(),
                        Limits.DEFAULT,
                        Feedback.VERDICT,
                        List.of(),
                        "digest"),
                training.trainings(),
                "ada",
                events::add);
    }

    private static TrainingPart hw4() {
        return new TrainingPart(
                "cnn",
                "CNN",
                Points.of("5"),
                spec(List.of()),
                List.of(
                        new TrainingItem("accuracy", Points.of("1"), new TrainingCheck.Accuracy(0.75)),
                        new TrainingItem("model", Points.of("1.5"), new TrainingCheck.Architecture()),
                        new TrainingItem("forward", Points.of("1.5"), new TrainingCheck.Forward()),
                        new TrainingItem("training", Points.of("1"), new TrainingCheck.LossFalls(0.75))));
    }

    private static TrainingPart part(List<String> needs, TrainingCheck check) {
        return new TrainingPart(
                "part", "Part", Points.of("1"), spec(needs), List.of(new TrainingItem("item", Points.of("1"), check)));
    }

    private static TrainingSpec spec(List<String> needs) {
        return new TrainingSpec(
                "cifar-cnn",
                "cifar10",
                20,
                Duration.ofMinutes(30),
                DataSize.ofMebibytes(4096),
                false,
                needs,
                Optional.of(new TrainingSpec.GiveUp(2, 0.15)));
    }

    private static Verdict verdict(PartResult result, String item) {
        return item(result, item).verdict();
    }

    private static String message(PartResult result, String item) {
        return item(result, item).message();
    }

    private static CaseResult item(PartResult result, String item) {
        return result.cases().stream()
                .filter(found -> found.id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static String verdicts(PartResult result) {
        return String.join(
                " ",
                result.cases().stream().map(found -> found.verdict().name()).toList());
    }
}
