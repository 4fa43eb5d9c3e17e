package assay.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.runner.Child;
import assay.runner.frame.ClassFile;
import assay.runner.frame.Failure;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromRunner;
import assay.runner.frame.ToCompiler.Source;
import assay.runner.frame.ToRunner;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RunMainTest {
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
        runner = Child.runner("-Xmx256m");
    }

    @AfterEach
    void stop_runner() {
        runner.close();
    }

    @Test
    void gives_back_the_tensor() throws Exception {
        load("""
                package student;
                import assay.kernels.*;
                public class Act implements Relu {
                    public Tensor relu(Tensor input) {
                        Tensor out = Tensor.zeros(input.shape());
                        for (int i = 0; i < input.size(); i++) out.data()[i] = Math.max(0, input.data()[i]);
                        return out;
                    }
                }
                """);
        FromRunner.Returned returned = (FromRunner.Returned) relu(-1, 2, -3);
        assertThat(returned.id()).isEqualTo(7);
        assertThat(returned.output().shape()).containsExactly(3);
        assertThat(returned.output().data()).containsExactly(0, 2, 0);
        assertThat(returned.inputsChanged()).isFalse();
        assertThat(returned.lingering()).isFalse();
    }

    @Test
    void says_which_kernels_are_there_without_initialising_a_class() throws Exception {
        List<FromRunner.Implementation> implementations = load("""
                package student;
                import assay.kernels.*;
                @Form(Form.Kind.VECTOR)
                class Both implements Relu, Sigmoid {
                    static { System.exit(1); }
                    @interface Of { Evil value(); }
                    enum Evil { ONE; static { System.exit(1); } }
                    public Tensor relu(Tensor input) { return input; }
                    public Tensor sigmoid(Tensor input) { return input; }
                    @Of(Evil.ONE) static class Inner extends Both {}
                    interface More extends Softmax {}
                    abstract static class Half implements More {}
                    Relu anonymous = new Relu() { public Tensor relu(Tensor input) { return input; } };
                    Relu lambda = input -> input;
                }
                """).implementations();
        assertThat(implementations)
                .containsExactlyInAnyOrder(
                        new FromRunner.Implementation(Kernel.RELU, Optional.of(Form.Kind.VECTOR), "student.Both"),
                        new FromRunner.Implementation(Kernel.SIGMOID, Optional.of(Form.Kind.VECTOR), "student.Both"),
                        new FromRunner.Implementation(Kernel.RELU, Optional.empty(), "student.Both$Inner"),
                        new FromRunner.Implementation(Kernel.SIGMOID, Optional.empty(), "student.Both$Inner"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Act implements Relu { public Tensor relu(Tensor in) { return twice(in); } %s }",
                "class Act implements Relu { private Act() {} public Tensor relu(Tensor in) { return twice(in); } %s }",
                "class Outer { static class Act implements Relu { public Tensor relu(Tensor in) { return twice(in); } } %s }",
                "record Act() implements Relu { public Tensor relu(Tensor in) { return twice(in); } %s }",
                "class Act implements Relu { public Tensor relu(Tensor in) {"
                        + " return ((java.util.function.UnaryOperator<Tensor>) Act::twice).apply(in); } %s }",
                "class Base { public Tensor relu(Tensor in) { return twice(in); } %s }"
                        + " class Act extends Base implements Relu {}",
            })
    void calls_a_class_of_any_style(String source) throws Exception {
        String helper =
                "static Tensor twice(Tensor in) { Tensor out = in.copy(); out.set(2 * in.get(0), 0); return out; }";
        load("import assay.kernels.*; " + source.formatted(helper));
        assertThat(((FromRunner.Returned) relu(21)).output().data()).containsExactly(42);
    }

    @Test
    void calls_a_class_beside_a_main_method_in_a_compact_source_file() throws Exception {
        load("""
                import assay.kernels.*;
                void main() { IO.println("try it"); }
                static class Act implements Relu { public Tensor relu(Tensor in) { return in; } }
                """);
        assertThat(((FromRunner.Returned) relu(1)).output().data()).containsExactly(1);
    }

    @Test
    void turns_a_number_into_a_scalar_tensor() throws Exception {
        load("""
                import assay.kernels.*;
                class Loss implements CrossEntropy {
                    public float crossEntropy(Tensor logits, int[] targets) { return logits.get(0, targets[1]); }
                }
                """);
        FromRunner.Returned returned = (FromRunner.Returned) call(new ToRunner.Call(
                1,
                1,
                Kernel.CROSS_ENTROPY,
                Optional.empty(),
                List.of(
                        new Argument.OfTensor(Tensor.of(new float[] {1, 2, 3}, 1, 3)),
                        new Argument.OfInts(new int[] {0, 2}))));
        assertThat(returned.output().shape()).isEmpty();
        assertThat(returned.output().data()).containsExactly(3);
    }

    @Test
    void finds_the_form_that_is_asked_for() throws Exception {
        load("""
                import assay.kernels.*;
                @Form(Form.Kind.SCALAR) class Loop implements Relu {
                    public Tensor relu(Tensor in) { return Tensor.scalar(1); } }
                @Form(Form.Kind.VECTOR) class Whole implements Relu {
                    public Tensor relu(Tensor in) { return Tensor.scalar(2); } }
                """);
        assertThat(((FromRunner.Returned) relu(Form.Kind.SCALAR)).output().data())
                .containsExactly(1);
        assertThat(((FromRunner.Returned) relu(Form.Kind.VECTOR)).output().data())
                .containsExactly(2);
        FromRunner.Threw either = (FromRunner.Threw) relu(0);
        assertThat(either.failure()).isEqualTo(Failure.AMBIGUOUS);
        assertThat(either.message()).contains("Loop").contains("Whole");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    class Act {}                                       | MISSING          | no class implements Relu
                    class Act { Relu it = in -> in; }                  | MISSING          | no class implements Relu
                    class Act implements Relu { BODY } class B extends Act {}  | AMBIGUOUS | Act and B all implement Relu
                    abstract class Act implements Relu { BODY }        | NOT_INSTANTIABLE | an object of Act cannot be made, because it is abstract
                    class Act implements Relu { Act(int a) {} BODY }   | NOT_INSTANTIABLE | an object of Act cannot be made, because it has no constructor without parameters
                    class O { class Act implements Relu { BODY } }     | NOT_INSTANTIABLE | an object of O$Act cannot be made, because it is an inner class; make it static
                    """)
    void explains_why_there_is_nothing_to_call(String source, Failure failure, String message) throws Exception {
        load("import assay.kernels.*; " + source.replace("BODY", "public Tensor relu(Tensor in) { return in; }"));
        runner.say(reluCall(1, Optional.empty(), 0));
        FromRunner.Threw threw = (FromRunner.Threw) runner.hear();
        assertThat(threw.failure()).isEqualTo(failure);
        assertThat(threw.message()).startsWith(message);
    }

    @Test
    void names_the_class_that_only_lacks_the_form() throws Exception {
        load("import assay.kernels.*; class Act implements Relu { public Tensor relu(Tensor in) { return in; } }");
        runner.say(reluCall(1, Optional.of(Form.Kind.SCALAR), 0));
        FromRunner.Threw threw = (FromRunner.Threw) runner.hear();
        assertThat(threw.failure()).isEqualTo(Failure.MISSING);
        assertThat(threw.message())
                .isEqualTo("no class implements Relu with @Form(Form.Kind.SCALAR); found Act without that form");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    return null;                                     | RETURNED_NULL   | ''                                       | null was returned
                    throw new UnsupportedOperationException("do me");| NOT_IMPLEMENTED | java.lang.UnsupportedOperationException  | do me
                    java.util.List.of().add(null); return in;        | EXCEPTION       | java.lang.UnsupportedOperationException  | ''
                    throw new IllegalStateException("no");           | EXCEPTION       | java.lang.IllegalStateException          | no
                    in.data()[99] = 1; return in;                    | EXCEPTION       | java.lang.ArrayIndexOutOfBoundsException | Index 99 out of bounds for length 1
                    return relu(in);                                 | STACK_OVERFLOW  | java.lang.StackOverflowError             | ''
                    return Tensor.zeros(1 << 30);                    | OUT_OF_MEMORY   | java.lang.OutOfMemoryError               | Java heap space
                    return Tensor.zeros(1,1,1,1,1,1,1,1,1);          | EXCEPTION       | ''                                       | the tensor has 9 dimensions and 1 numbers, which is too many
                    """)
    void says_what_was_thrown(String body, Failure failure, String type, String message) throws Exception {
        load("import assay.kernels.*;\nclass Act implements Relu { public Tensor relu(Tensor in) { " + body + " } }");
        FromRunner.Threw threw = (FromRunner.Threw) relu(1);
        assertThat(threw.failure()).isEqualTo(failure);
        assertThat(threw.type()).isEqualTo(type);
        assertThat(threw.message()).isEqualTo(message);
    }

    @Test
    void shows_the_students_own_frames_only() throws Exception {
        load("""
                package student;
                import assay.kernels.*;
                class Act implements Relu {
                    public Tensor relu(Tensor in) {
                        java.util.stream.Stream.of(1).forEach(x -> help());
                        return in;
                    }
                    static void help() { throw new RuntimeException(); }
                }
                """);
        assertThat(((FromRunner.Threw) relu(1)).stack())
                .containsExactly(
                        "student.Act.help(Act.java:8)",
                        "student.Act.lambda$relu$0(Act.java:5)",
                        "student.Act.relu(Act.java:5)");
    }

    @Test
    void explains_a_failing_static_initialiser_by_its_cause() throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    static int[] table = new int[2];
                    static { table[2] = 1; }
                    public Tensor relu(Tensor in) { return in; }
                }
                """);
        FromRunner.Threw threw = (FromRunner.Threw) relu(1);
        assertThat(threw.type()).isEqualTo("java.lang.ExceptionInInitializerError");
        assertThat(threw.message())
                .isEqualTo("in a static initialiser: java.lang.ArrayIndexOutOfBoundsException: "
                        + "Index 2 out of bounds for length 2");
        assertThat(threw.stack()).containsExactly("Act.<clinit>(Act.java:4)");
    }

    @Test
    void notices_changed_inputs_and_copies_an_aliased_output() throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu { public Tensor relu(Tensor in) { in.data()[0] = -0.0f; return in; } }
                """);
        FromRunner.Returned changed = (FromRunner.Returned) relu(0.0f, 5);
        assertThat(changed.inputsChanged()).isTrue();
        assertThat(changed.output().data()).containsExactly(-0.0f, 5);
        assertThat(((FromRunner.Returned) relu(-0.0f, 5)).inputsChanged()).isFalse();
    }

    @Test
    void keeps_static_fields_within_a_part_and_drops_them_with_it() throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    static int calls; int own;
                    public Tensor relu(Tensor in) { return Tensor.of(new float[] {++calls, ++own}, 2); }
                }
                """);
        assertThat(((FromRunner.Returned) relu(0)).output().data()).containsExactly(1, 1);
        assertThat(((FromRunner.Returned) relu(0)).output().data()).containsExactly(2, 1);
        call(reluCall(2, Optional.empty(), 0));
        assertThat(((FromRunner.Returned) call(reluCall(2, Optional.empty(), 0)))
                        .output()
                        .data())
                .containsExactly(2, 1);
        assertThat(((FromRunner.Returned) relu(0)).output().data()).containsExactly(1, 1);
    }

    @Test
    void prints_to_standard_error_alone_and_ends_when_the_host_hangs_up() throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    public Tensor relu(Tensor in) {
                        System.out.print("to out, ");
                        System.err.print("to err, ");
                        System.out.printf("%.1f", 1.5);
                        System.out.close();
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));
                        return in;
                    }
                }
                """);
        relu(1);
        relu(1);
        runner.hangUp();
        assertThat(runner.exitCode()).isZero();
        assertThat(runner.printed()).isEqualTo("to out, to err, 1.5to out, to err, 1.5");
    }

    @Test
    void ends_in_the_middle_of_a_call_where_it_is_killed() throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    static { boolean on = true; while (on) {} }
                    public Tensor relu(Tensor in) { return in; }
                }
                """);
        assertThat(runner.ask(reluCall(1, Optional.empty(), 0))).isEqualTo(new FromRunner.Started(7));
        runner.kill();
        assertThatThrownBy(runner::hear).isInstanceOf(IOException.class);
    }

    private FromRunner.Loaded load(String source) throws Exception {
        List<ClassFile> classes = Child.compiled(compiler, new Source("src/Act.java", source));
        return (FromRunner.Loaded) runner.ask(new ToRunner.Load(classes));
    }

    private FromRunner relu(float... numbers) throws Exception {
        return call(reluCall(1, Optional.empty(), numbers));
    }

    private FromRunner relu(Form.Kind form) throws Exception {
        return call(reluCall(1, Optional.of(form), 0));
    }

    private static ToRunner.Call reluCall(int part, Optional<Form.Kind> form, float... numbers) {
        Tensor input = Tensor.of(numbers, numbers.length);
        return new ToRunner.Call(7, part, Kernel.RELU, form, List.of(new Argument.OfTensor(input)));
    }

    /** The answer, after the word that the code was entered where it was. */
    private FromRunner call(ToRunner.Call call) throws Exception {
        FromRunner answer = runner.ask(call);
        return answer instanceof FromRunner.Started ? runner.hear() : answer;
    }
}
