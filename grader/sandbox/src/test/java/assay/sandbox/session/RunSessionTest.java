package assay.sandbox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.port.CallOutcome;
import assay.core.port.CallOutcome.Cause;
import assay.core.port.CallOutcome.Killed;
import assay.core.port.Classes;
import assay.core.port.KernelCall;
import assay.core.port.Pace;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.runner.frame.Exhausted;
import assay.runner.frame.Failure;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FromRunner;
import assay.runner.frame.Ready;
import assay.runner.frame.ToRunner;
import assay.sandbox.jail.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the host makes of a process that says odd things, or none. */
final class RunSessionTest {
    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(1),
            Duration.ofMillis(150),
            Duration.ofMillis(1000),
            DataSize.ofMebibytes(64),
            DataSize.ofKibibytes(1));
    /** Ready, loaded, started. */
    private static final int BEFORE_THE_ANSWER = 3;

    private static final Ending EXIT_0 = new Ending(0, false);
    private static final KernelCall CALL =
            new KernelCall(1, Kernel.RELU, Optional.empty(), List.of(new Argument.OfTensor(Tensor.scalar(1))));

    @Test
    void an_answer_in_order_is_taken() {
        FakeJail<ToRunner> jail = runner(EXIT_0, process -> {
            process.say(new FromRunner.Started(1));
            process.say(returned(1));
        });

        CallOutcome outcome = session(jail).call(CALL);

        assertThat(outcome).isInstanceOf(CallOutcome.Returned.class);
    }

    static Stream<Arguments> deaths() {
        return Stream.of(
                death("another call's answer", Cause.PROTOCOL, process -> {
                    process.say(new FromRunner.Started(1));
                    process.say(returned(2));
                }),
                death("an answer without a start", Cause.PROTOCOL, process -> process.say(returned(1))),
                death("two starts", Cause.PROTOCOL, process -> {
                    process.say(new FromRunner.Started(1));
                    process.say(new FromRunner.Started(1));
                }),
                death("ready again", Cause.PROTOCOL, process -> process.say(new Ready())),
                death("a forged nonce", Cause.PROTOCOL, process -> {
                    process.say(new FromRunner.Started(1));
                    process.sayAs(42, returned(1));
                }),
                death("zeros", Cause.PROTOCOL, process -> process.sayBytes(new byte[64])),
                death("half a frame, then the end", Cause.EXITED, process -> process.sayBytes((byte) 4, (byte) 0)),
                death("half a frame, then silence", Cause.WALL_TIME, process -> {
                    process.sayBytes((byte) 4, (byte) 0);
                    process.hang();
                }),
                death("silence before the start", Cause.WALL_TIME, FakeJail.Process::hang),
                death("silence after the start", Cause.WALL_TIME, process -> {
                    process.say(new FromRunner.Started(1));
                    process.hang();
                }),
                death("processor time", Cause.CPU_TIME, process -> {
                    process.burn(Duration.ofMillis(100));
                    process.say(new FromRunner.Started(1));
                    process.hang();
                }),
                death("much text", Cause.OUTPUT, process -> {
                    process.say(new FromRunner.Started(1));
                    process.print(1025);
                    process.hang();
                }),
                death("no memory is left", Cause.MEMORY, process -> {
                    process.say(new FromRunner.Started(1));
                    process.say(new Exhausted());
                }),
                death("the end", Cause.EXITED, process -> {}));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("deaths")
    void whatever_else_comes_ends_the_session(String what, Cause cause, FakeJail.Script<ToRunner> script) {
        FakeJail<ToRunner> jail = runner(EXIT_0, script);
        RunSession session = session(jail);
        assertThat(session.alive()).isTrue();

        CallOutcome outcome = session.call(CALL);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Killed.class, killed -> assertThat(killed.cause()).isEqualTo(cause));
        assertThat(session.alive()).isFalse();
        assertThatThrownBy(() -> session.call(CALL)).isInstanceOf(GraderFault.class);
    }

    @Test
    void a_frame_too_many_counts_against_the_next_call() {
        FakeJail<ToRunner> jail = runner(EXIT_0, process -> {
            process.say(new FromRunner.Started(1));
            process.say(returned(1));
            process.say(returned(1));
            process.hang();
        });
        RunSession session = session(jail);
        assertThat(session.call(CALL)).isInstanceOf(CallOutcome.Returned.class);

        assertThat(session.call(CALL))
                .isInstanceOfSatisfying(
                        Killed.class, killed -> assertThat(killed.cause()).isEqualTo(Cause.PROTOCOL));
    }

    /** As by code that has found the nonce in its own memory. */
    @ParameterizedTest
    @MethodSource("answersToTheSecondCall")
    void an_answer_that_comes_before_its_call_is_none(List<FromRunner> early) {
        FakeJail<ToRunner> jail = runner(EXIT_0, process -> {
            process.say(new FromRunner.Started(1));
            process.say(returned(1));
            for (FromRunner frame : early) {
                process.say(frame);
            }
            process.hang();
        });
        RunSession session = session(jail);
        assertThat(session.call(CALL)).isInstanceOf(CallOutcome.Returned.class);
        jail.awaitRead(BEFORE_THE_ANSWER + 1 + early.size());

        assertThat(session.call(CALL)).isInstanceOfSatisfying(Killed.class, killed -> {
            assertThat(killed.cause()).isEqualTo(Cause.PROTOCOL);
            assertThat(killed.detail()).endsWith("it came before it was asked for");
        });
    }

    static Stream<List<FromRunner>> answersToTheSecondCall() {
        return Stream.of(
                List.of(new FromRunner.Started(2), returned(2)),
                List.of(new FromRunner.Threw(2, Failure.EXCEPTION, "", "", List.of(), false)));
    }

    /** Six megabytes come: too much beside an answer of four bytes, and not beside one of two megabytes. */
    @ParameterizedTest
    @CsvSource({"4, false", "2000000, true", "9223372036854775807, true"})
    void the_host_makes_room_by_what_a_right_answer_takes(long answerBytes, boolean taken) {
        FakeJail<ToRunner> jail = runner(EXIT_0, process -> {
            process.say(new FromRunner.Started(1));
            process.say(new FromRunner.Returned(1, Tensor.zeros(1_500_000), false, false));
            process.hang();
        });
        KernelCall call = new KernelCall(CALL.part(), CALL.kernel(), CALL.form(), CALL.arguments(), answerBytes);

        CallOutcome outcome = session(jail).call(call);

        if (taken) {
            assertThat(outcome).isInstanceOf(CallOutcome.Returned.class);
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Killed.class, killed -> assertThat(killed.cause()).isEqualTo(Cause.OUTPUT));
        }
        assertThat(RunSession.maxFrame(Long.MAX_VALUE)).isEqualTo(32 << 20);
    }

    @Test
    void memory_is_the_cause_where_the_kernel_says_so() {
        FakeJail<ToRunner> jail = runner(new Ending(137, true), process -> {});

        assertThat(session(jail).call(CALL)).isInstanceOfSatisfying(Killed.class, killed -> {
            assertThat(killed.cause()).isEqualTo(Cause.MEMORY);
            assertThat(killed.detail()).contains("64 MiB");
        });
    }

    @Test
    void a_kill_from_outside_is_our_fault() {
        FakeJail<ToRunner> jail = runner(new Ending(137, false, true), process -> {});

        assertThatThrownBy(() -> session(jail).call(CALL))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("something outside it killed it");
    }

    @Test
    void an_exit_that_only_looks_like_a_kill_is_the_students() {
        FakeJail<ToRunner> jail = runner(new Ending(137, false), process -> {});

        assertThat(session(jail).call(CALL)).hasFieldOrPropertyWithValue("cause", Cause.EXITED);
    }

    @Test
    void an_exit_as_of_a_runner_without_memory_is_an_exit() {
        FakeJail<ToRunner> jail = runner(new Ending(3, false), process -> {});

        assertThat(session(jail).call(CALL)).hasFieldOrPropertyWithValue("cause", Cause.EXITED);
    }

    @Test
    void a_death_while_the_classes_are_read_is_the_first_calls() {
        FakeJail<ToRunner> jail = new FakeJail<>(FrameReader::toRunner, EXIT_0, process -> {
            process.hear();
            process.say(new Ready());
        });
        RunSession session = session(jail);
        assertThat(session.loaded()).isFalse();
        assertThat(session.implementations()).isEmpty();
        assertThat(session.alive()).isTrue();

        assertThat(session.call(CALL)).hasFieldOrPropertyWithValue("cause", Cause.EXITED);
    }

    @Test
    void nobody_is_blamed_once_the_sandbox_is_closed() {
        FakeJail<ToRunner> jail = runner(EXIT_0, process -> {});
        RunSession session = RunSession.load(
                Line.toRunner(jail).greet(Duration.ofSeconds(5)), noClasses(), LIMITS, Pace.LASTING, () -> {
                    throw new GraderFault(GraderFault.Code.SANDBOX, "use the sandbox", "it is closed");
                });

        assertThatThrownBy(() -> session.call(CALL)).isInstanceOf(GraderFault.class);
    }

    @Test
    void a_process_that_does_not_come_up_is_our_fault() {
        FakeJail<ToRunner> jail =
                new FakeJail<>(FrameReader::toRunner, new Ending(1, false), process -> process.print(3));

        assertThatThrownBy(() -> Line.toRunner(jail).greet(Duration.ofSeconds(5)))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("exit code 1");
        assertThat(jail.closed()).isTrue();
    }

    private static RunSession session(FakeJail<ToRunner> jail) {
        return RunSession.load(
                Line.toRunner(jail).greet(Duration.ofSeconds(5)), noClasses(), LIMITS, Pace.LASTING, () -> {});
    }

    /** It comes up, loads, and gets one call; then the script goes on. */
    private static FakeJail<ToRunner> runner(Ending ending, FakeJail.Script<ToRunner> script) {
        return new FakeJail<>(FrameReader::toRunner, ending, process -> {
            process.hear();
            process.say(new Ready());
            process.hear();
            process.say(new FromRunner.Loaded(List.of()));
            process.hear();
            script.run(process);
        });
    }

    private static Arguments death(String what, Cause cause, FakeJail.Script<ToRunner> script) {
        return Arguments.of(what, cause, script);
    }

    private static FromRunner.Returned returned(int id) {
        return new FromRunner.Returned(id, Tensor.scalar(1), false, false);
    }

    private static Classes noClasses() {
        return new Classes(List.of());
    }
}
