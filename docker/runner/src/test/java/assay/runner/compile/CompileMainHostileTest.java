package assay.runner.compile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import assay.runner.Child;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.ToCompiler;
import assay.runner.frame.ToCompiler.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin and an annotation processor that javac finds on its class path; the plugin runs even with {@code -proc:none}.
 */
@Timeout(60)
class CompileMainHostileTest {
    private static final Source HARMLESS = new Source("A.java", "@Deprecated class A {}");

    private final JavaCompiler javac = requireNonNull(ToolProvider.getSystemJavaCompiler());

    @TempDir
    private Path trap;

    private Path marker;

    @BeforeEach
    void lay_the_trap() throws Exception {
        marker = trap.resolve("marker");
        Path source = Files.writeString(trap.resolve("Evil.java"), """
                import com.sun.source.util.*;
                import java.nio.file.*;
                import java.util.*;
                import javax.annotation.processing.*;
                import javax.lang.model.element.TypeElement;
                @SupportedAnnotationTypes("*")
                public class Evil extends AbstractProcessor implements Plugin {
                    static void mark() { try { Files.writeString(Path.of("MARKER"), "x"); } catch (Exception e) {} }
                    public String getName() { return "evil"; }
                    public boolean autoStart() { mark(); return true; }
                    public void init(JavacTask task, String... args) { mark(); }
                    public boolean process(Set<? extends TypeElement> a, RoundEnvironment r) { mark(); return false; }
                }
                """.replace(
                        "MARKER", marker.toString().replace("\\", "\\\\")));
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean compiled = javac.getTask(
                            null,
                            files,
                            null,
                            List.of("-proc:none", "-processorpath", trap.toString(), "-d", trap.toString()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).isTrue();
        }
        Path services = Files.createDirectories(trap.resolve("META-INF/services"));
        Files.writeString(services.resolve("com.sun.source.util.Plugin"), "Evil");
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), "Evil");
    }

    @Test
    void the_trap_works_on_a_plain_javac() throws Exception {
        Path victim = Files.writeString(trap.resolve("A.java"), HARMLESS.text());
        Process plain = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-proc:none",
                        "-cp",
                        trap.toString(),
                        "-d",
                        trap.toString(),
                        victim.toString())
                .inheritIO()
                .start();
        assertThat(plain.waitFor()).isZero();
        assertThat(marker).exists();
    }

    @Test
    void runs_no_plugin_or_processor_even_from_its_own_class_path() throws Exception {
        try (Child<FromCompiler> compiler = Child.compiler(trap, trap.toString())) {
            FromCompiler answer = compiler.ask(new ToCompiler.Compile(List.of(HARMLESS)));
            assertThat(answer).isInstanceOf(FromCompiler.Compiled.class);
        }
        assertThat(marker).doesNotExist();
    }

    @Test
    void takes_service_files_and_options_among_the_sources_for_broken_java() throws Exception {
        try (Child<FromCompiler> compiler = Child.compiler()) {
            for (String path : List.of("META-INF/services/com.sun.source.util.Plugin", "@options", "-J-version")) {
                FromCompiler answer = compiler.ask(new ToCompiler.Compile(List.of(HARMLESS, new Source(path, "Evil"))));
                assertThat(answer).isInstanceOf(FromCompiler.Rejected.class);
            }
        }
    }

    @Test
    void finds_no_class_or_source_in_the_folder_it_runs_in() throws Exception {
        Files.writeString(trap.resolve("Solution.java"), "public class Solution {}");
        try (Child<FromCompiler> compiler = Child.compiler(trap, Child.kernels().toString())) {
            for (String name : List.of("Solution", "Evil")) {
                FromCompiler answer = compiler.ask(
                        new ToCompiler.Compile(List.of(new Source("A.java", "class A extends " + name + " {}"))));
                assertThat(answer).isInstanceOf(FromCompiler.Rejected.class);
            }
        }
    }
}
