package assay.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Form;
import assay.runner.frame.Failure;
import assay.runner.frame.FromRunner;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that give nothing, and what is said of them. */
class RunMainFailureTest extends RunnerTestCase {
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
        runner().say(reluCall(1, Optional.empty(), 0));
        FromRunner.Threw threw = (FromRunner.Threw) runner().hear();
        assertThat(threw.failure()).isEqualTo(failure);
        assertThat(threw.message()).startsWith(message);
    }

    @Test
    void names_the_class_that_only_lacks_the_form() throws Exception {
        load("import assay.kernels.*; class Act implements Relu { public Tensor relu(Tensor in) { return in; } }");
        runner().say(reluCall(1, Optional.of(Form.Kind.SCALAR), 0));
        FromRunner.Threw threw = (FromRunner.Threw) runner().hear();
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
}
