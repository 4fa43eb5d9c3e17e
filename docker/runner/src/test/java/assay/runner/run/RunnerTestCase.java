package assay.runner.run;

import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.runner.Child;
import assay.runner.frame.Exhausted;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromRunner;
import assay.runner.frame.Ready;
import assay.runner.frame.ToCompiler.Source;
import assay.runner.frame.ToRunner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A fresh runner a test, and one compiler for all; students implement {@code relu} unless a test says otherwise. */
@Timeout(60)
abstract class RunnerTestCase {
    private static Child<FromCompiler> compiler;
    private Child<FromRunner> runner;

    @BeforeAll
    static void start_compiler() throws Exception {
        compiler = Child.compiler();
    }

    @AfterAll
    static void stop_compiler() {
        compiler.close();
    }

    @BeforeEach
    void start_runner() throws Exception {
        runner = Child.runner("-Xmx128m", "-XX:MaxMetaspaceSize=64m");
    }

    /** With other options than all tests have. */
    final void restartRunner(String... jvmArguments) throws Exception {
        runner.close();
        runner = Child.runner(jvmArguments);
    }

    @AfterEach
    void stop_runner() {
        runner.close();
    }

    final Child<FromRunner> runner() {
        return runner;
    }

    final FromRunner.Loaded load(String source) throws Exception {
        return (FromRunner.Loaded)
                runner.ask(new ToRunner.Load(Child.compiled(compiler, new Source("src/Act.java", source))));
    }

    /** Loads a student whose kernel has that body, which may throw anything. */
    final void loadBody(String body) throws Exception {
        String source = """
                import assay.kernels.*;
                import java.io.*;
                import java.util.*;
                class Act implements Relu {
                    static final List<byte[]> hoard = new ArrayList<>();
                    public Tensor relu(Tensor in) {
                        try { return body(in); } catch (Exception e) { throw Act.<RuntimeException>asIs(e); }
                    }
                    Tensor body(Tensor in) throws Exception { BODY }
                    static <E extends Exception> E asIs(Exception e) throws E { throw (E) e; }
                    static void set(Tensor tensor, String field, Object value) throws Exception {
                        java.lang.reflect.Field of = Tensor.class.getDeclaredField(field);
                        of.setAccessible(true);
                        of.set(tensor, value);
                    }
                }
                """;
        load(source.replace("BODY", body));
    }

    static ToRunner.Call reluCall(int part, Optional<Form.Kind> form, float... numbers) {
        Tensor input = Tensor.of(numbers, numbers.length);
        return new ToRunner.Call(7, part, Kernel.RELU, form, List.of(new Argument.OfTensor(input)));
    }

    /** The answer in part 1, whatever the form. */
    final FromRunner relu(float... numbers) throws Exception {
        return call(reluCall(1, Optional.empty(), numbers));
    }

    /** The answer, after the word that the code was entered where it was. */
    final FromRunner call(ToRunner.Call call) throws Exception {
        FromRunner answer = runner.ask(call);
        return answer instanceof FromRunner.Started ? runner.hear() : answer;
    }

    static int idOf(FromRunner answer) {
        return switch (answer) {
            case FromRunner.Returned returned -> returned.id();
            case FromRunner.Threw threw -> threw.id();
            case FromRunner.Started started -> -1;
            case FromRunner.Loaded loaded -> -1;
            case Ready ready -> -1;
            case Exhausted exhausted -> -1;
        };
    }
}
