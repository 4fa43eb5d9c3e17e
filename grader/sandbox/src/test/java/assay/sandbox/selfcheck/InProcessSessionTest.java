package assay.sandbox.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.port.CallOutcome;
import assay.core.port.CallOutcome.Cause;
import assay.core.port.CallOutcome.Killed;
import assay.core.port.CallOutcome.Kind;
import assay.core.port.CallOutcome.Returned;
import assay.core.port.CallOutcome.Threw;
import assay.core.port.KernelCall;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InProcessSessionTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void an_output_comes_back_and_printing_goes_where_it_always_goes() {
        PrintStream before = System.out;
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (InProcessSession session = open(LONG, LONG)) {
            System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
            CallOutcome outcome = call(session, Kernel.RELU);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Returned.class,
                            returned -> assertThat(returned.output().size()).isEqualTo(4));
            assertThat(session.alive()).isTrue();
        } finally {
            System.setOut(before);
        }
        assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo("relu was here" + System.lineSeparator());
    }

    @Test
    void an_unwritten_method_is_known_as_such() {
        try (InProcessSession session = open(LONG, LONG)) {
            assertThat(call(session, Kernel.LINEAR))
                    .isInstanceOfSatisfying(
                            Threw.class, threw -> assertThat(threw.kind()).isEqualTo(Kind.NOT_IMPLEMENTED));
        }
    }

    @Test
    void an_exception_says_where_it_came_from() {
        try (InProcessSession session = open(LONG, LONG)) {
            assertThat(call(session, Kernel.CONV2D)).isInstanceOfSatisfying(Threw.class, threw -> {
                assertThat(threw.type()).isEqualTo("java.lang.IndexOutOfBoundsException");
                assertThat(threw.stack())
                        .singleElement()
                        .asString()
                        .startsWith("assay.sandbox.selfcheck.Students$OutOfBounds.conv2d(Students.java:");
            });
        }
    }

    @Test
    void an_endless_loop_ends_with_its_processor_time() {
        try (InProcessSession session = open(SHORT, LONG)) {
            assertThat(call(session, Kernel.SIGMOID))
                    .isInstanceOfSatisfying(
                            Killed.class, killed -> assertThat(killed.cause()).isEqualTo(Cause.CPU_TIME));
            assertThat(session.alive()).isFalse();
        }
    }

    @Test
    void waiting_for_ever_ends_with_the_wall_time() {
        try (InProcessSession session = open(LONG, SHORT)) {
            assertThat(call(session, Kernel.FLATTEN))
                    .isInstanceOfSatisfying(
                            Killed.class, killed -> assertThat(killed.cause()).isEqualTo(Cause.WALL_TIME));
        }
    }

    @Test
    void printing_without_end_is_stopped() {
        PrintStream before = System.out;
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (InProcessSession session = open(LONG, LONG)) {
            System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
            assertThat(call(session, Kernel.MAX_POOL2D))
                    .isInstanceOfSatisfying(
                            Killed.class, killed -> assertThat(killed.cause()).isEqualTo(Cause.OUTPUT));
        } finally {
            System.setOut(before);
        }
        assertThat(console.size()).isLessThanOrEqualTo(1024);
    }

    @Test
    void another_session_goes_on_after_one_that_hangs() {
        try (InProcessSession hung = open(SHORT, LONG);
                InProcessSession next = open(LONG, LONG)) {
            call(hung, Kernel.SIGMOID);
            assertThat(call(next, Kernel.RELU)).isInstanceOf(Returned.class);
        }
    }

    @Test
    void classes_that_are_not_loaded_in_time_are_not_waited_for() {
        Duration noTime = Duration.ofNanos(1);
        Limits limits = new Limits(noTime, LONG, LONG, DataSize.ofMebibytes(512), DataSize.ofKibibytes(1));

        assertThatThrownBy(() -> InProcessSession.open(Students.classes(), limits))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("load the classes");
    }

    private static InProcessSession open(Duration cpu, Duration wall) {
        Limits limits = new Limits(LONG, cpu, wall, DataSize.ofMebibytes(512), DataSize.ofKibibytes(1));
        return InProcessSession.open(Students.classes(), limits);
    }

    private static CallOutcome call(InProcessSession session, Kernel kernel) {
        List<Argument> arguments = Arrays.stream(kernel.method().getParameterTypes())
                .<Argument>map(type ->
                        type == int.class ? new Argument.OfInt(1) : new Argument.OfTensor(Tensor.zeros(1, 1, 2, 2)))
                .toList();
        return session.call(new KernelCall(1, kernel, Optional.empty(), arguments));
    }
}
