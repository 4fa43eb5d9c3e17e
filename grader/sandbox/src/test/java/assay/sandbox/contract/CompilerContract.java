package assay.sandbox.contract;

import static assay.sandbox.contract.Student.LIMITS;
import static assay.sandbox.contract.Student.relu;
import static assay.sandbox.contract.Student.right;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.SourceFile;
import assay.core.port.CompileOutcome;
import assay.core.port.CompileOutcome.Compiled;
import assay.core.port.CompileOutcome.Rejected;
import assay.core.port.Diagnostic;
import assay.core.port.Sandbox;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compilations: of honest sources, and of such that break compilers. */
public interface CompilerContract {
    Sandbox sandbox();

    @Test
    default void an_error_is_told_with_its_place() {
        CompileOutcome outcome = sandbox().compile(List.of(relu("return 1;")), LIMITS);

        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.summary()).isEqualTo("the compiler found 1 error");
            Diagnostic diagnostic = rejected.diagnostics().getFirst();
            assertThat(diagnostic.path()).isEqualTo("student/Mine.java");
            assertThat(diagnostic.line()).isEqualTo(8);
            assertThat(diagnostic.sourceLine()).contains("return 1;");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    default void a_source_that_is_too_much_is_its_authors_fault_alone(String name, String members) {
        CompileOutcome outcome = sandbox().compile(List.of(Student.source(members)), LIMITS);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.summary()).startsWith("the compiler "));
        assertThat(sandbox().compile(List.of(relu(right())), LIMITS)).isInstanceOf(Compiled.class);
    }

    /** Measured on JDK 25: out of memory, out of stack (twice), and an honest error. */
    static Stream<Arguments> bombs() {
        String folding = IntStream.range(1, 40)
                .mapToObj(i -> "static final String S" + i + " = S" + (i - 1) + " + S" + (i - 1) + ";")
                .collect(Collectors.joining("\n", "static final String S0 = \"0123456789abcdef\";\n", ""));
        String wildcards = "interface Bad<T> extends List<List<? super Bad<? super T>>> {}"
                + "void bad(Bad<Object> a) { List<? super Bad<Object>> b = a; }";
        String nested = "int deep = " + "(".repeat(40_000) + "1" + ")".repeat(40_000) + ";";
        String table = "int[] table = {" + "1,".repeat(200_000) + "};";
        return Stream.of(
                Arguments.of("constant folding", folding),
                Arguments.of("wildcards", wildcards),
                Arguments.of("parentheses", nested),
                Arguments.of("table", table));
    }

    /** A plugin on its class path runs in javac, whatever its options; what is compiled is not on it. */
    @Test
    default void a_plugin_among_the_sources_is_not_run() {
        SourceFile plugin = new SourceFile("student/Evil.java", """
                package student;
                public class Evil implements com.sun.source.util.Plugin {
                    public String getName() { return "evil"; }
                    public boolean autoStart() { return true; }
                    public void init(com.sun.source.util.JavacTask task, String... args) { Runtime.getRuntime().halt(9); }
                }
                """);
        SourceFile service = new SourceFile("META-INF/services/com.sun.source.util.Plugin", "student.Evil");

        CompileOutcome outcome = sandbox().compile(List.of(relu(right()), plugin, service), LIMITS);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.diagnostics()).isNotEmpty());
    }
}
