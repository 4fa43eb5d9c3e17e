package assay.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.DataSize;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.CallOutcome;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.KernelCall;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a student writes and what comes of it. */
public final class Student {
    /** Short, so that what is stopped is stopped soon. */
    public static final Limits LIMITS = new Limits(
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofSeconds(6),
            DataSize.ofMebibytes(256),
            DataSize.ofKibibytes(64));

    /** For what only waits, on however busy a machine. */
    public static final Limits SHORT_LIMITS =
            new Limits(LIMITS.compile(), LIMITS.caseCpu(), Duration.ofSeconds(2), LIMITS.memory(), LIMITS.output());

    private Student() {}

    /** A class {@code student.Mine} whose relu has this body; {@code input} is its parameter. */
    public static SourceFile relu(String body) {
        return source("public Tensor relu(Tensor input) { " + body + " }");
    }

    /** A class {@code student.Mine} with these members. */
    public static SourceFile source(String members) {
        return new SourceFile("student/Mine.java", """
                package student;
                import assay.kernels.*;
                import java.io.*;
                import java.nio.*;
                import java.nio.file.*;
                import java.util.*;
                public class Mine implements Relu {
                %s
                }
                """.formatted(members));
    }

    public static Classes compile(Sandbox sandbox, SourceFile... sources) {
        CompileOutcome outcome = sandbox.compile(List.of(sources), LIMITS);
        assertThat(outcome).isInstanceOf(CompileOutcome.Compiled.class);
        return ((CompileOutcome.Compiled) outcome).classes();
    }

    /** What comes of relu over -1, 0, 2 in a sandbox of its own. */
    public static CallOutcome call(Sandbox sandbox, SourceFile source) {
        return call(sandbox, compile(sandbox, source));
    }

    public static CallOutcome call(Sandbox sandbox, Classes classes) {
        try (SandboxSession session = sandbox.open(classes, LIMITS, Pace.BRIEF)) {
            return session.call(onThreeNumbers(1));
        }
    }

    public static KernelCall onThreeNumbers(int part) {
        Argument input = new Argument.OfTensor(Tensor.of(new float[] {-1, 0, 2}, 3));
        return new KernelCall(part, Kernel.RELU, Optional.empty(), List.of(input));
    }

    /** What relu's exception says: the way to let a test see into the sandbox. */
    public static String saysOf(CallOutcome outcome) {
        assertThat(outcome).isInstanceOf(CallOutcome.Threw.class);
        return ((CallOutcome.Threw) outcome).message();
    }

    /** A body that computes relu. */
    public static String right() {
        return """
                Tensor output = input.copy();
                for (int i = 0; i < output.data().length; i++) output.data()[i] = Math.max(0f, output.data()[i]);
                return output;
                """;
    }
}
