package assay.sandbox.contract;

import static assay.sandbox.contract.Student.LIMITS;
import static assay.sandbox.contract.Student.SHORT_LIMITS;
import static assay.sandbox.contract.Student.call;
import static assay.sandbox.contract.Student.compile;
import static assay.sandbox.contract.Student.onThreeNumbers;
import static assay.sandbox.contract.Student.relu;
import static assay.sandbox.contract.Student.right;
import static assay.sandbox.contract.Student.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.port.CallOutcome;
import assay.core.port.CallOutcome.Cause;
import assay.core.port.CallOutcome.Killed;
import assay.core.port.CallOutcome.Kind;
import assay.core.port.CallOutcome.Returned;
import assay.core.port.CallOutcome.Threw;
import assay.core.port.Classes;
import assay.core.port.Implementation;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.kernels.call.Kernel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls: right ones, wrong ones, and those that have to be stopped. Nothing here may harm the machine where there is no
 * wall around it: what writes to files, or to {@code /proc/self/fd}, which leads to the JDK's own, is for containers.
 */
public interface SandboxContract {
    /** The sandbox under test; one for all tests of a class. */
    Sandbox sandbox();

    /** Another of the same kind, to be closed by the test. */
    Sandbox another();

    @Test
    default void a_right_answer_comes_back() {
        CallOutcome outcome = call(sandbox(), relu(right()));

        assertThat(outcome).isInstanceOfSatisfying(Returned.class, returned -> {
            assertThat(returned.output().data()).containsExactly(0, 0, 2);
            assertThat(returned.inputsChanged()).isFalse();
            assertThat(returned.usage().wall()).isPositive().isLessThan(LIMITS.caseWall());
        });
    }

    @Test
    default void the_implementations_are_known_before_any_call() {
        Classes classes = compile(sandbox(), relu(right()));

        try (SandboxSession session = sandbox().open(classes, LIMITS, Pace.BRIEF)) {
            assertThat(session.implementations())
                    .containsExactly(new Implementation(Kernel.RELU, Optional.empty(), "student.Mine"));
        }
    }

    @Test
    default void what_is_printed_comes_with_the_answer() {
        String prints =
                "System.out.println(\"out \\u00e4\"); System.err.println(\"err\"); throw new IllegalStateException();";

        try (SandboxSession session = sandbox().open(compile(sandbox(), relu(prints)), LIMITS, Pace.BRIEF)) {
            // Text and frames come on different ways: on a busy machine a call's text comes with a later one's answer.
            assertThat(Stream.generate(() -> session.call(onThreeNumbers(1)).printed())
                            .limit(1_000)
                            .filter(text -> text.contains("out ä") && text.contains("err"))
                            .findFirst())
                    .isPresent();
        }
    }

    @Test
    default void an_exception_is_told_with_the_students_own_frames() {
        CallOutcome outcome = call(sandbox(), relu("return input.copy().data()[7] > 0 ? input : null;"));

        assertThat(outcome).isInstanceOfSatisfying(Threw.class, threw -> {
            assertThat(threw.kind()).isEqualTo(Kind.EXCEPTION);
            assertThat(threw.type()).isEqualTo("java.lang.ArrayIndexOutOfBoundsException");
            assertThat(threw.stack()).singleElement().asString().startsWith("student.Mine.relu(Mine.java:");
        });
    }

    /** Nothing is held of a program that has ended: it begins anew, without another sandbox. */
    @Test
    default void an_exit_ends_the_call_alone_and_is_told_with_its_line() {
        Classes classes = compile(sandbox(), source("""
                static int calls;
                public Tensor relu(Tensor input) {
                    if (++calls == 2) System.exit(0);
                    return Tensor.scalar(calls);
                }
                """));

        try (SandboxSession session = sandbox().open(classes, LIMITS, Pace.BRIEF)) {
            for (int time = 0; time < 3; time++) {
                assertThat(session.call(onThreeNumbers(1)))
                        .isInstanceOfSatisfying(
                                Returned.class,
                                first -> assertThat(first.output().get()).isEqualTo(1));
                assertThat(session.call(onThreeNumbers(1))).isInstanceOfSatisfying(Threw.class, threw -> {
                    assertThat(threw.kind()).isEqualTo(Kind.EXITED);
                    assertThat(threw.stack()).singleElement().asString().startsWith("student.Mine.relu(Mine.java:");
                });
                assertThat(session.alive()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RETURNED_NULL, return null;",
        "STACK_OVERFLOW, return relu(input);",
        "EXITED, System.exit(0); return input;",
        "NOT_IMPLEMENTED, throw new UnsupportedOperationException();",
        "OUT_OF_MEMORY, List<Object> all = new ArrayList<>(); while (true) all.add(new byte[1 << 20]);",
    })
    default void what_a_call_brings_on_itself_has_a_name(Kind kind, String body) {
        assertThat(call(sandbox(), relu(body)))
                .isInstanceOfSatisfying(
                        Threw.class, threw -> assertThat(threw.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXITED    | Runtime.getRuntime().halt(0); return input;
            EXITED    | Runtime.getRuntime().halt(137); return input;
            CPU_TIME  | while (true) { if (input.data()[0] == 5) return input; }
            WALL_TIME | try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException e) { } return input;
            WALL_TIME | while (true) try { Thread.sleep(1_000_000); } catch (InterruptedException e) { }
            OUTPUT    | while (true) System.out.print("flood flood flood flood flood flood flood flood");
            """)
    default void what_has_to_be_stopped_is_stopped_for_its_cause(Cause cause, String body) {
        Limits limits = cause == Cause.WALL_TIME ? SHORT_LIMITS : LIMITS;
        Classes classes = compile(sandbox(), relu(body));
        try (SandboxSession session = sandbox().open(classes, limits, Pace.BRIEF)) {
            CallOutcome outcome = session.call(onThreeNumbers(1));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Killed.class,
                            killed -> assertThat(killed.cause())
                                    .as(killed.detail())
                                    .isEqualTo(cause));
            assertThat(outcome.usage().wall()).isLessThan(limits.caseWall().plus(Duration.ofSeconds(20)));
            assertThat(outcome.printed().length()).isLessThan(70_000);
            assertThat(session.alive()).isFalse();
        }
    }

    @Test
    default void a_brief_sandbox_ends_what_a_lasting_one_lets_go_on() {
        Classes classes = compile(
                sandbox(),
                relu("while (ProcessHandle.current().info().totalCpuDuration().get().toMillis() < 2_500) { }"
                        + " return input;"));
        Limits limits = new Limits(
                LIMITS.compile(), Duration.ofSeconds(20), Duration.ofSeconds(60), LIMITS.memory(), LIMITS.output());
        try (SandboxSession brief = sandbox().open(classes, limits, Pace.BRIEF);
                SandboxSession lasting = sandbox().open(classes, limits, Pace.LASTING)) {
            assertThat(brief.call(onThreeNumbers(1)))
                    .isInstanceOfSatisfying(
                            Killed.class, killed -> assertThat(killed.cause()).isEqualTo(Cause.CPU_TIME));
            assertThat(lasting.call(onThreeNumbers(1))).isInstanceOf(Returned.class);
        }
    }

    @Test
    default void a_loop_in_a_static_initialiser_is_within_the_limits() {
        CallOutcome outcome = call(
                sandbox(),
                source("static { for (long i = 0; ; i++) if (i == -1) break; }"
                        + "public Tensor relu(Tensor input) { return input; }"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Killed.class, killed -> assertThat(killed.cause()).isEqualTo(Cause.CPU_TIME));
    }

    /** By the heap's own limit or by the kernel's: the verdict is the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 24); for (int i = 0; i < buffer.capacity(); i += 4096) buffer.put(i, (byte) 1); all.add(buffer);",
                "try { all.add(new byte[1 << 20]); } catch (OutOfMemoryError e) { all.add(all); }",
            })
    default void memory_that_is_taken_for_ever_ends(String body) {
        CallOutcome outcome =
                call(sandbox(), relu("List<Object> all = new ArrayList<>(); while (true) {" + body + "}"));

        switch (outcome) {
            case Threw threw -> assertThat(threw.kind()).isEqualTo(Kind.OUT_OF_MEMORY);
            case Killed killed -> assertThat(killed.cause()).isIn(Cause.MEMORY, Cause.CPU_TIME, Cause.WALL_TIME);
            case Returned returned -> assertThat(returned).isNull();
        }
    }

    @Test
    default void forged_frames_are_not_listened_to() {
        String forge = """
                byte[] forged = new byte[64];
                System.out.write(forged, 0, 64);
                System.out.flush();
                try { new FileOutputStream(FileDescriptor.out).write(forged); } catch (IOException e) { }
                """;

        assertThat(call(sandbox(), relu(forge + right())))
                .isInstanceOfSatisfying(
                        Returned.class,
                        returned -> assertThat(returned.output().data()).containsExactly(0, 0, 2));
    }

    @Test
    default void one_call_after_another_in_one_session_and_a_part_begins_afresh() {
        String counts = "static int calls; public Tensor relu(Tensor input) { return Tensor.scalar(++calls); }";

        try (SandboxSession session = sandbox().open(compile(sandbox(), source(counts)), LIMITS, Pace.BRIEF)) {
            List<Float> answers = new ArrayList<>();
            for (int part : new int[] {1, 1, 2}) {
                Returned returned = (Returned) session.call(onThreeNumbers(part));
                answers.add(returned.output().data()[0]);
            }
            assertThat(answers).containsExactly(1f, 2f, 1f);
            assertThat(session.lingering()).isFalse();
        }
    }

    @Test
    default void code_that_goes_on_after_its_answer_lingers() {
        String lingers = "Thread.ofPlatform().daemon().start(() -> { while (true) Thread.onSpinWait(); });" + right();

        try (SandboxSession session = sandbox().open(compile(sandbox(), relu(lingers)), LIMITS, Pace.BRIEF)) {
            assertThat(session.call(onThreeNumbers(1))).isInstanceOf(Returned.class);
            assertThat(session.lingering()).isTrue();
        }
    }

    @Test
    default void many_sessions_at_once_do_not_mix() throws Exception {
        Classes good = compile(sandbox(), relu(right()));
        Classes bad = compile(sandbox(), relu("Runtime.getRuntime().halt(1); return input;"));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<CallOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Classes classes = i % 4 == 3 ? bad : good;
                outcomes.add(threads.submit(() -> call(sandbox(), classes)));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(outcomes.get(i).get()).isInstanceOf(i % 4 == 3 ? Killed.class : Returned.class);
            }
        }
    }

    @Test
    default void closing_ends_what_runs_and_blames_nobody() throws Exception {
        Sandbox sandbox = another();
        Classes sleeps = compile(sandbox, relu("while (true) try { Thread.sleep(9999); } catch (Exception e) { }"));
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                SandboxSession session = sandbox.open(sleeps, LIMITS, Pace.BRIEF)) {
            Future<CallOutcome> running = threads.submit(() -> session.call(onThreeNumbers(1)));
            assertThatThrownBy(() -> running.get(300, java.util.concurrent.TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);

            sandbox.close();

            assertThatThrownBy(running::get).hasCauseInstanceOf(GraderFault.class);
            assertThatThrownBy(() -> sandbox.open(sleeps, LIMITS, Pace.BRIEF)).isInstanceOf(GraderFault.class);
        }
    }
}
