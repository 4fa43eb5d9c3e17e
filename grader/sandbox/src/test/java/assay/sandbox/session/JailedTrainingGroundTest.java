package assay.sandbox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.port.CallOutcome.Cause;
import assay.core.port.Classes;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingRun.End;
import assay.core.port.TrainingWatcher;
import assay.kernels.Tensor;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FromTrainer;
import assay.runner.frame.Ready;
import assay.runner.frame.ToTrainer;
import assay.sandbox.jail.Ending;
import assay.sandbox.jail.Jail;
import assay.sandbox.train.ImageCounts;
import assay.sandbox.train.TrainerJails;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the host makes of a trainer that says odd things. */
final class JailedTrainingGroundTest {
    private static final Ending EXIT_0 = new Ending(0, false);
    private static final TrainingSpec SPEC = new TrainingSpec(
            "tiny", "some", 30, Duration.ofSeconds(30), DataSize.ofMebibytes(64), false, List.of(), Optional.empty());

    @Test
    void only_the_last_weights_are_kept() {
        TrainingRun run = train(EXIT_0, process -> {
            process.say(announced());
            process.say(new FromTrainer.EpochDone(1, 1, 3, new byte[] {1}));
            process.say(new FromTrainer.EpochDone(2, 1, 2, new byte[] {2}));
            process.say(new FromTrainer.Finished());
        });

        assertThat(run.end()).isInstanceOf(End.Finished.class);
        assertThat(run.epochs()).extracting(TrainingRun.Epoch::weights).containsExactly(new byte[0], new byte[] {2});
    }

    @Test
    void weights_far_above_those_of_the_network_are_not_even_read() {
        TrainingRun run = train(EXIT_0, process -> {
            process.say(announced());
            process.say(new FromTrainer.EpochDone(1, 1, 3, new byte[8 << 20]));
        });

        assertThat(run.end())
                .isInstanceOfSatisfying(
                        End.Killed.class, killed -> assertThat(killed.cause()).isEqualTo(Cause.OUTPUT));
        assertThat(run.epochs()).isEmpty();
    }

    @Test
    void what_pytorch_says_of_itself_is_not_the_students() {
        TrainingRun run = train(EXIT_0, process -> {
            process.say(announced());
            process.print(
                    "mine\n[W1122 11:47:19.686345619 LegacyTypeDispatch.h:74] Warning: deprecated (function f)\nmine, too\n"
                            + "[W no warning of its]\n");
            process.say(new FromTrainer.Finished());
        });

        assertThat(run.printed()).isEqualTo("mine\nmine, too\n[W no warning of its]\n");
    }

    @Test
    void a_kill_from_outside_is_our_fault() {
        assertThatThrownBy(() -> train(new Ending(137, false, true), process -> process.say(announced())))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("something outside it killed it");
    }

    @Test
    void a_gpu_is_on_account_for_as_long_as_it_is_assigned() {
        TrainingSpec spec = onGpu(Duration.ofSeconds(10));

        TrainingRun with = train(spec, true, EXIT_0, JailedTrainingGroundTest::twoEpochs);
        TrainingRun without = train(spec, false, EXIT_0, JailedTrainingGroundTest::twoEpochs);
        TrainingRun unasked = train(SPEC, true, EXIT_0, JailedTrainingGroundTest::twoEpochs);

        assertThat(with.end()).isInstanceOf(End.Finished.class);
        assertThat(with.gpuTime()).isPositive().isLessThan(Duration.ofSeconds(10));
        assertThat(without.gpuTime()).isZero();
        assertThat(unasked.gpuTime()).isZero();
    }

    @Test
    void a_run_ends_with_the_gpus_time_and_keeps_its_epochs() {
        TrainingRun run = train(onGpu(Duration.ofMillis(300)), true, EXIT_0, process -> {
            process.say(announced());
            process.say(new FromTrainer.EpochDone(1, 1, 3, new byte[] {1}));
            process.hang();
        });

        assertThat(run.end()).isEqualTo(new End.Killed(Cause.WALL_TIME, "its 0.3 s of GPU time are over"));
        assertThat(run.epochs()).hasSize(1);
        assertThat(run.gpuTime()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    private static void twoEpochs(FakeJail.Process<ToTrainer> process) throws IOException {
        process.say(announced());
        process.say(new FromTrainer.EpochDone(1, 1, 3, new byte[] {1}));
        process.say(new FromTrainer.EpochDone(2, 1, 2, new byte[] {2}));
        process.say(new FromTrainer.Finished());
    }

    private static TrainingSpec onGpu(Duration time) {
        return new TrainingSpec(
                        SPEC.network(),
                        SPEC.data(),
                        SPEC.epochs(),
                        SPEC.wall(),
                        SPEC.memory(),
                        true,
                        SPEC.needs(),
                        SPEC.giveUp())
                .withGpuTime(time);
    }

    private static TrainingRun train(Ending ending, FakeJail.Script<ToTrainer> script) {
        return train(SPEC, false, ending, script);
    }

    private static TrainingRun train(TrainingSpec spec, boolean gpu, Ending ending, FakeJail.Script<ToTrainer> script) {
        FakeJail<ToTrainer> jail = new FakeJail<>(FrameReader::toTrainer, ending, process -> {
            process.hear();
            process.say(new Ready());
            process.hear();
            script.run(process);
        });
        try (JailedTrainingGround ground =
                new JailedTrainingGround(new One(jail, gpu), _ -> new ImageCounts.Shape(1, 1, 1, 1))) {
            TrainingOrder order = new TrainingOrder(
                    1,
                    List.of(),
                    new TrainingOrder.Probe(
                            new LinkedHashMap<>(Map.of("w", Tensor.zeros(10))), Tensor.zeros(1, 1, 1, 1), false),
                    new LinkedHashMap<>());
            return ground.train(new Classes(List.of()), spec, order, new Patient());
        }
    }

    private static FromTrainer.Announced announced() {
        return new FromTrainer.Announced("Task", 2, 1, List.of(), Optional.empty(), List.of(), "", new byte[0]);
    }

    private static final class Patient implements TrainingWatcher {
        @Override
        public void announced(TrainingRun.Announced announced) {}

        @Override
        public String epoch(TrainingRun.Epoch epoch) {
            return "";
        }
    }

    private record One(Jail jail, boolean gpu) implements TrainerJails {
        @Override
        public Jail compiler(DataSize memory) {
            return jail;
        }

        @Override
        public Jail trainer(DataSize memory, String data, boolean gpu) {
            return jail;
        }

        @Override
        public boolean hasGpu() {
            return gpu;
        }

        @Override
        public Map<String, String> description() {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}
