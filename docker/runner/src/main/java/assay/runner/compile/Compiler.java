package assay.runner.compile;

import assay.runner.frame.FrameLimits;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromCompiler.Message;
import assay.runner.frame.Text;
import assay.runner.frame.ToCompiler;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** javac with the JDK's java.base and the kernels on the class path, and nothing else. */
public final class Compiler {
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "-implicit:none",
            "--limit-modules=java.base",
            "-encoding",
            "UTF-8",
            "-Xmaxerrs",
            "100",
            "-Xmaxwarns",
            "100",
            "-Xdiags:compact",
            // classfile: annotations of the kernels that a student does not have. options: ours, not theirs.
            "-Xlint:-options,-classfile");

    private final JavaCompiler javac;
    private final StandardJavaFileManager jdkAndKernels;

    private Compiler(JavaCompiler javac, StandardJavaFileManager jdkAndKernels) {
        this.javac = javac;
        this.jdkAndKernels = jdkAndKernels;
    }

    /** A compiler with those jars or folders, the kernels among them, on its class path. */
    public static Compiler against(List<Path> kernels) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new IOException("this Java has no compiler in it");
        }
        for (Path path : kernels) {
            if (!Files.exists(path)) {
                throw new IOException("there are no kernels at " + path);
            }
        }
        StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, kernels);
        return new Compiler(javac, files);
    }

    /**
     * Compiles those sources together.
     *
     * @throws GaveUpException if they were too much for javac, which is then not to be used again
     */
    public FromCompiler compile(List<ToCompiler.Source> sources) throws GaveUpException {
        if (sources.isEmpty()) {
            return rejected("there is no Java source file", List.of());
        }
        List<SourceText> texts = IntStream.range(0, sources.size())
                .mapToObj(i -> new SourceText(i, sources.get(i)))
                .toList();
        CompiledClasses classes = new CompiledClasses();
        Diagnostics diagnostics = new Diagnostics();
        Policy policy = new Policy(texts);
        boolean done = run(texts, classes, diagnostics, policy);
        List<Message> forbidden = policy.messages();
        if (!forbidden.isEmpty()) {
            List<Message> shown = forbidden.subList(0, Math.min(forbidden.size(), FrameLimits.DIAGNOSTICS));
            return rejected(shown.getFirst().path() + ": " + shown.getFirst().message(), shown);
        }
        return done
                ? new FromCompiler.Compiled(classes.toList(), diagnostics.messages())
                : rejected(summary(diagnostics.errors()), diagnostics.messages());
    }

    private boolean run(List<SourceText> texts, CompiledClasses classes, Diagnostics diagnostics, Policy policy)
            throws GaveUpException {
        LastWords lastWords = new LastWords();
        try {
            MemoryFiles files = new MemoryFiles(jdkAndKernels, classes, policy);
            JavacTask task = (JavacTask) javac.getTask(lastWords, files, diagnostics, OPTIONS, null, texts);
            task.setLocale(Locale.ROOT);
            task.addTaskListener(policy);
            boolean done = task.call();
            if (!done && diagnostics.errors() == 0) {
                throw new GaveUpException(lastWords.toString());
            }
            return done;
        } catch (RuntimeException | Error e) {
            throw new GaveUpException(e.toString());
        }
    }

    private static FromCompiler rejected(String summary, List<Message> messages) {
        return new FromCompiler.Rejected(Text.capped(summary, FrameLimits.MESSAGE_BYTES), messages);
    }

    private static String summary(int errors) {
        return "the compiler found " + (errors == 1 ? "1 error" : errors + " errors");
    }
}
