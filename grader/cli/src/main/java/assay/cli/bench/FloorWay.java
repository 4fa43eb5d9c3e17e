package assay.cli.bench;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.assignment.Part.KernelPart;
import assay.core.domain.GraderFault;
import assay.core.domain.Submission;
import assay.core.port.GoldenSource;
import assay.kernels.Tensor;
import assay.runner.compile.Compiler;
import assay.runner.compile.GaveUpException;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.ToCompiler;
import assay.runner.frame.ToRunner;
import assay.runner.run.Runner;
import assay.sandbox.jail.CodeSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that grading can take: this JVM, warm, compiles each submission and calls its kernels with the inputs of all
 * cases, without a sandbox, frames, comparing or reports. It is no way to grade strangers' code, and those samples that
 * end their JVM are left out.
 */
final class FloorWay implements Way {
    private final List<ToRunner.Call> calls;
    private final List<Submission> samples;

    FloorWay(Assignment assignment, GoldenSource goldens, List<Submission> samples) {
        this.calls = calls(assignment, goldens);
        this.samples = samples.stream().filter(FloorWay::comesBack).toList();
    }

    /** Whether it leaves the JVM alone; of samples alone can that be told so simply. */
    static boolean comesBack(Submission submission) {
        return submission.sources().stream()
                .noneMatch(source ->
                        source.text().contains("exit(") || source.text().contains("halt("));
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public int cases() {
        return calls.size();
    }

    @Override
    public int atMost() {
        return Integer.MAX_VALUE;
    }

    /** Warm is what has seen every sample once. */
    @Override
    public void prepare() {
        grade(samples, 1, new Walls(_ -> {}));
    }

    @Override
    public void grade(List<Submission> submissions, int jobs, Walls walls) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            ThreadLocal<Compiler> compilers = ThreadLocal.withInitial(FloorWay::compiler);
            List<Submission> safe =
                    submissions.stream().filter(FloorWay::comesBack).toList();
            Parallel.each(safe, jobs, submission -> {
                run(compilers.get(), submission);
                walls.done();
            });
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Override
    public void close() {
        // Nothing is left.
    }

    private void run(Compiler compiler, Submission submission) {
        try {
            List<ToCompiler.Source> sources = submission.sources().stream()
                    .map(source -> new ToCompiler.Source(source.path(), source.text()))
                    .toList();
            if (compiler.compile(sources) instanceof FromCompiler.Compiled compiled) {
                try (Runner runner = new Runner(() -> {}, _ -> {})) {
                    runner.serve(new ToRunner.Load(compiled.classes()));
                    for (ToRunner.Call call : calls) {
                        runner.serve(call);
                    }
                }
            }
        } catch (GaveUpException | IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "run a sample without a sandbox", e);
        }
    }

    private static Compiler compiler() {
        try {
            return Compiler.against(List.of(CodeSource.of(Tensor.class)));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a compiler", e);
        }
    }

    private static List<ToRunner.Call> calls(Assignment assignment, GoldenSource goldens) {
        List<ToRunner.Call> calls = new ArrayList<>();
        int number = 0;
        for (Part part : assignment.parts()) {
            number++;
            if (part instanceof KernelPart kernel) {
                for (CaseSpec spec : assignment.cases(part)) {
                    calls.add(new ToRunner.Call(
                            calls.size() + 1,
                            number,
                            kernel.kernel(),
                            kernel.form(),
                            goldens.golden(assignment, part, spec).arguments()));
                }
            }
        }
        return List.copyOf(calls);
    }
}
