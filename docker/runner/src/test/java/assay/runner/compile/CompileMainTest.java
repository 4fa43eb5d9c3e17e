package assay.runner.compile;

import static org.assertj.core.api.Assertions.assertThat;

import assay.runner.Child;
import assay.runner.frame.ClassFile;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromCompiler.Message;
import assay.runner.frame.ToCompiler;
import assay.runner.frame.ToCompiler.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CompileMainTest {
    private static Child<FromCompiler> compiler;

    @BeforeAll
    static void start_compiler() throws Exception {
        compiler = Child.compiler("-Xmx256m");
    }

    @AfterAll
    static void stop_compiler() {
        compiler.close();
    }

    @Test
    void compiles_files_that_lie_anywhere_without_a_word() throws Exception {
        FromCompiler answer = compile(
                new Source("Homework 4 (final)/ünïcode/Conv.java", """
                        package student.kernels;
                        import assay.kernels.*;
                        import student.help.Pad;
                        @Form(Form.Kind.SCALAR)
                        public class Conv implements Conv2d {
                            record Size(int height, int width) {}
                            public Tensor conv2d(Tensor x, Tensor w, Tensor b, int stride, int padding) {
                                Runnable later = () -> Pad.pad(x, padding);
                                later.run();
                                return x;
                            }
                        }
                        """),
                new Source(
                        "#1/Pad.java",
                        "package student.help; public class Pad { public static void pad(Object x, int by) {} }"));
        assertThat(answer).isInstanceOfSatisfying(FromCompiler.Compiled.class, compiled -> {
            assertThat(compiled.diagnostics()).isEmpty();
            assertThat(compiled.classes())
                    .extracting(ClassFile::name)
                    .containsExactlyInAnyOrder("student.kernels.Conv", "student.kernels.Conv$Size", "student.help.Pad");
            assertThat(compiled.classes())
                    .allSatisfy(file -> assertThat(file.bytes()).startsWith(0xCA, 0xFE, 0xBA, 0xBE));
        });
    }

    @Test
    void compiles_a_compact_source_file_and_decodes_unicode_escapes() throws Exception {
        assertThat(compile(new Source("Main.java", "void main() { IO.println(\"hello\"); }")))
                .isInstanceOf(FromCompiler.Compiled.class);
        assertThat(compile(new Source("A.java", "class A { // \\u000a int x = 1;\n int y = x; }")))
                .isInstanceOf(FromCompiler.Compiled.class);
    }

    @Test
    void points_at_each_error_by_the_path_as_given() throws Exception {
        FromCompiler.Rejected rejected = rejected(
                new Source("a b/First.java", "class First {\r\n\tint x = \"é\";\r\n}"),
                new Source("Second.java", "class Second { void m() { int y = 1 } }"));
        assertThat(rejected.summary()).isEqualTo("the compiler found 1 error");
        assertThat(rejected.diagnostics())
                .containsExactly(new Message(
                        true, "Second.java", 1, 36, "';' expected", "class Second { void m() { int y = 1 } }"));
        assertThat(rejected(new Source("a b/First.java", "class First {\r\n\tint x = \"é\";\r\n}"))
                        .diagnostics())
                .containsExactly(new Message(
                        true,
                        "a b/First.java",
                        2,
                        10,
                        "incompatible types: java.lang.String cannot be converted to int",
                        "\tint x = \"é\";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A.java | public class B {}                          | class B is public, should be declared in a file named B.java
                    A.java | class A {} class A {}                      | duplicate class: A
                    A.java | class A { java.sql.Driver d; }             | package java.sql is not visible
                    A.java | class A { sun.misc.Unsafe u; }             | package sun.misc is not visible
                    A.java | class A { jdk.internal.misc.Unsafe u; }    | package jdk.internal.misc is not visible
                    A.java | class A { Missing m; }                     | cannot find symbol
                    A.java | class A { assay.runner.frame.Frame f; }    | package assay.runner.frame does not exist
                    """)
    void rejects_what_javac_rejects(String path, String text, String message) throws Exception {
        assertThat(rejected(new Source(path, text)).diagnostics())
                .extracting(Message::message)
                .anySatisfy(found -> assertThat(found).startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    module-info.java | module student { requires java.sql; } | a module-info.java cannot be used here; leave it out
                    T.java           | package assay.kernels; class T {}     | package assay.kernels is not yours to add to; choose another name
                    T.java           | package assay; class T {}             | package assay is not yours to add to; choose another name
                    T.java           | package java.lang; class T {}         | package java.lang is not yours to add to; choose another name
                    T.java           | package jdk.mine; class T {}          | package jdk.mine is not yours to add to; choose another name
                    """)
    void rejects_modules_and_packages_of_others_in_one_clear_sentence(String path, String text, String message)
            throws Exception {
        FromCompiler.Rejected rejected = rejected(new Source("src/" + path, text), new Source("A.java", "class A {}"));
        assertThat(rejected.diagnostics()).containsExactly(new Message(true, "src/" + path, 0, 0, message, ""));
        assertThat(rejected.summary()).isEqualTo("src/" + path + ": " + message);
    }

    @Test
    void takes_packages_that_only_begin_alike() throws Exception {
        assertThat(compile(new Source("A.java", "package javanese.jdks.assays; class A {}")))
                .isInstanceOf(FromCompiler.Compiled.class);
    }

    @Test
    void says_that_there_is_nothing_to_compile() throws Exception {
        assertThat(rejected().summary()).isEqualTo("there is no Java source file");
    }

    @Test
    void caps_messages_and_source_lines() throws Exception {
        String bad = "int a = \"" + "é".repeat(50_000) + "\"; ";
        FromCompiler.Rejected many = rejected(new Source("A.java", "class A { " + bad.repeat(150) + "}"));
        assertThat(many.diagnostics().size()).isBetween(100, 200);
        assertThat(many.diagnostics())
                .allSatisfy(message -> assertThat(message.sourceLine().length()).isLessThanOrEqualTo(300));
    }

    @Test
    void refuses_to_write_more_classes_than_a_frame_takes() throws Exception {
        Source[] sources = IntStream.range(0, 300)
                .mapToObj(i -> new Source(
                        "C" + i + ".java", "class C" + i + " { String s = \"" + i + "x".repeat(60_000) + "\"; }"))
                .toArray(Source[]::new);
        assertThat(rejected(sources).diagnostics())
                .extracting(Message::message)
                .anySatisfy(message -> assertThat(message).contains("the classes take more than 16 MiB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"int[] a = {%s};", "String s = \"%s\";"})
    void passes_on_what_is_too_large_for_a_class_file(String member) throws Exception {
        String filling = member.contains("{")
                ? IntStream.range(0, 60_000).mapToObj(Integer::toString).collect(Collectors.joining(","))
                : "x".repeat(70_000);
        assertThat(rejected(new Source("A.java", "class A { " + member.formatted(filling) + " }"))
                        .summary())
                .isEqualTo("the compiler found 1 error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    package assay.LONG; class A {}            | package assay.xxx         | … is not yours to add to; choose another name
                    package java.LONG; class A {}             | package java.xxx          | … is not yours to add to; choose another name
                    class LONG {}                             | the name of class xxx     | … takes 4200 bytes with its package; at most 4096 are allowed
                    class A { class LONG {} }                 | the name of class A$xxx   | … takes 4202 bytes with its package; at most 4096 are allowed
                    package far.LONG; class A {}              | the name of class far.xxx | … takes 4206 bytes with its package; at most 4096 are allowed
                    """)
    void shortens_long_names_and_says_how_long_they_may_be(String text, String start, String end) throws Exception {
        FromCompiler.Rejected rejected = rejected(new Source("src/A.java", text.replace("LONG", "x".repeat(4200))));
        assertThat(rejected.diagnostics()).first().satisfies(message -> {
            assertThat(message.path()).isEqualTo("src/A.java");
            assertThat(message.message()).startsWith(start).endsWith(end).hasSizeLessThan(200);
        });
        assertThat(rejected.summary()).startsWith("src/A.java: " + start).endsWith(end);
        assertThat(compile(new Source("A.java", "class A {}"))).isInstanceOf(FromCompiler.Compiled.class);
    }

    @Test
    void takes_names_as_long_as_a_frame_does() throws Exception {
        assertThat(compile(new Source("A.java", "class " + "x".repeat(4096) + " {}")))
                .isInstanceOf(FromCompiler.Compiled.class);
    }

    @Test
    void refuses_what_a_frame_does_not_take() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClassFile tooLong = new ClassFile("x".repeat(5000), new byte[0]);
        CompileMain.say(new FromCompiler.Compiled(List.of(tooLong), List.of()), new FrameWriter(out, 1));
        assertThat(FrameReader.fromCompiler(new ByteArrayInputStream(out.toByteArray()), 1)
                        .read())
                .isEqualTo(new FromCompiler.Rejected(
                        "what the compiler made of it cannot be passed on: a frame takes 4096 here, not 5000",
                        List.of()));
    }

    private static FromCompiler compile(Source... sources) throws Exception {
        return compiler.ask(new ToCompiler.Compile(List.of(sources)));
    }

    private static FromCompiler.Rejected rejected(Source... sources) throws Exception {
        return (FromCompiler.Rejected) compile(sources);
    }
}
