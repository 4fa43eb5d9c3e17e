package assay.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.runner.frame.Failure;
import assay.runner.frame.FromRunner;
import assay.runner.frame.ToRunner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunMainTest extends RunnerTestCase {
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
        assertThat(((FromRunner.Returned) call(reluCall(1, Optional.of(Form.Kind.SCALAR), 0)))
                        .output()
                        .data())
                .containsExactly(1);
        assertThat(((FromRunner.Returned) call(reluCall(1, Optional.of(Form.Kind.VECTOR), 0)))
                        .output()
                        .data())
                .containsExactly(2);
        FromRunner.Threw either = (FromRunner.Threw) relu(0);
        assertThat(either.failure()).isEqualTo(Failure.AMBIGUOUS);
        assertThat(either.message()).contains("Loop").contains("Whole");
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

    /** What a submission cannot tell is not done: its classes stay loaded for all parts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                           | true
            static final int SIZE = 3;                   | true
            static final String NAME = "n";              | true
            record Pair(int left, int right) { }         | true
            static int twice(int x) { return 2 * x; }    | true
            static int calls;                            | false
            static final int[] TABLE = {1, 2};           | false
            static final Object LOCK = new Object();     | false
            static final long START = System.nanoTime(); | false
            enum Mode { A, B }                           | false
            static class Other { static int calls; }     | false
            """)
    void loads_classes_anew_for_a_part_only_where_they_have_static_state(String member, boolean stay) throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    MEMBER
                    public Tensor relu(Tensor in) {
                        throw new IllegalStateException("" + System.identityHashCode(Act.class));
                    }
                }
                """.replace("MEMBER", member));
        String first = ((FromRunner.Threw) call(reluCall(1, Optional.empty(), 1))).message();
        assertThat(((FromRunner.Threw) call(reluCall(1, Optional.empty(), 1))).message())
                .isEqualTo(first);
        assertThat(((FromRunner.Threw) call(reluCall(2, Optional.empty(), 1)))
                        .message()
                        .equals(first))
                .isEqualTo(stay);
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
        runner().hangUp();
        assertThat(runner().exitCode()).isZero();
        assertThat(runner().printed()).isEqualTo("to out, to err, 1.5to out, to err, 1.5");
    }
}
