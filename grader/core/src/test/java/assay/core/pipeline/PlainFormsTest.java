package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.baseline.PlainLayers;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.RunUsage;
import assay.core.domain.SourceFile;
import assay.core.port.CallOutcome;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.kernels.Tensor;
import assay.kernels.call.Kernel;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlainFormsTest {
    private static final CallOutcome RETURNED =
            new CallOutcome.Returned(Tensor.scalar(1), false, new RunUsage(Duration.ofMillis(5)), "");
    private static final CallOutcome KILLED =
            new CallOutcome.Killed(CallOutcome.Cause.WALL_TIME, "", RunUsage.NONE, "");

    @Test
    void there_are_some_of_few_kernels() {
        Recorded sandbox = new Recorded(RETURNED, RETURNED);
        try (PlainForm plain = new SandboxedPlainForm(sandbox, Limits.DEFAULT)) {
            assertThat(plain.takes(Kernel.RELU, List.of())).isEmpty();
            assertThat(sandbox.opened).isZero();

            assertThat(plain.takes(Kernel.SIMPLE_CONV_NET, List.of())).contains(Duration.ofMillis(5));
            assertThat(plain.takes(Kernel.CONV2D, List.of())).contains(Duration.ofMillis(5));
            assertThat(sandbox.opened).isEqualTo(1);
        }
        assertThat(sandbox.open).isZero();
    }

    @Test
    void one_that_is_killed_is_our_fault_and_the_next_try_begins_anew() {
        Recorded sandbox = new Recorded(KILLED, RETURNED);
        try (PlainForm plain = new SandboxedPlainForm(sandbox, Limits.DEFAULT)) {
            assertThatThrownBy(() -> plain.takes(Kernel.CONV2D, List.of())).isInstanceOf(GraderFault.class);
            assertThat(sandbox.open).isZero();

            assertThat(plain.takes(Kernel.CONV2D, List.of())).contains(Duration.ofMillis(5));
        }
        assertThat(sandbox.opened).isEqualTo(2);
    }

    /** In the sandbox there are the JDK and the kernels, and nothing of ours beside this class file. */
    @Test
    void what_is_sent_needs_no_other_class_of_ours() {
        Recorded sandbox = new Recorded(RETURNED);
        try (PlainForm plain = new SandboxedPlainForm(sandbox, Limits.DEFAULT)) {
            assertThat(plain.takes(Kernel.CONV2D, List.of())).isPresent();
        }
        Classes.ClassFile file = sandbox.classes.files().getFirst();
        assertThat(sandbox.classes.files()).hasSize(1);
        assertThat(file.name()).isEqualTo(PlainLayers.class.getName());
        ClassFile.of().parse(file.bytes()).constantPool().forEach(entry -> {
            if (entry instanceof ClassEntry named) {
                ClassDesc used = named.asSymbol();
                assertThat(used.packageName().startsWith("java.")
                                || used.packageName().equals("assay.kernels")
                                || used.displayName().equals("PlainLayers")
                                || used.isArray())
                        .as(used.displayName())
                        .isTrue();
            }
        });
    }

    /** Says what it is told to, one call after the other. */
    private static final class Recorded implements Sandbox {
        private final Deque<CallOutcome> outcomes;
        private Classes classes = new Classes(List.of());
        private int opened;
        private int open;

        Recorded(CallOutcome... outcomes) {
            this.outcomes = new ArrayDeque<>(List.of(outcomes));
        }

        @Override
        public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
            throw new AssertionError("nothing is compiled");
        }

        @Override
        public SandboxSession open(Classes sent, Limits limits, Pace pace) {
            classes = sent;
            opened++;
            open++;
            return new Session();
        }

        @Override
        public Map<String, String> description() {
            return Map.of();
        }

        @Override
        public void close() {}

        private final class Session implements SandboxSession {
            @Override
            public List<Implementation> implementations() {
                return List.of(new Implementation(Kernel.CONV2D, Optional.empty(), PlainLayers.class.getName()));
            }

            @Override
            public boolean alive() {
                return true;
            }

            @Override
            public boolean lingering() {
                return false;
            }

            @Override
            public CallOutcome call(KernelCall call) {
                return outcomes.remove();
            }

            @Override
            public void close() {
                open--;
            }
        }
    }
}
