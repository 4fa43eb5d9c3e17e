package assay.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.runner.Child;
import assay.runner.frame.Failure;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromRunner;
import assay.runner.frame.MalformedFrameException;
import assay.runner.frame.Ready;
import assay.runner.frame.ToCompiler.Source;
import assay.runner.frame.ToRunner;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that goes for the runner instead of the answer; each test's student has the body of a {@code relu}. */
@Timeout(60)
class RunMainHostileTest {
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

    @AfterEach
    void stop_runner() {
        runner.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0); return in;",
                "Runtime.getRuntime().halt(0); return in;",
                "Thread t = new Thread(() -> System.exit(0)); t.start(); t.join(); return in;",
            })
    void just_ends_where_the_code_ends_it(String body) throws Exception {
        load(body);
        assertThat(runner.ask(call(1))).isEqualTo(new FromRunner.Started(1));
        assertThatThrownBy(runner::hear).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new FileOutputStream(FileDescriptor.out).write(new byte[100]); return in;",
                "try (FileOutputStream out = new FileOutputStream(\"/dev/stdout\")) { out.write(new byte[99]); } return in;",
                "try (FileOutputStream out = new FileOutputStream(\"/proc/self/fd/1\")) { out.write(5); } return in;",
                "new FileInputStream(FileDescriptor.in).read(); return in;",
                "System.in.read(); System.in.close(); System.out.close(); System.err.close(); return in;",
                "new FileOutputStream(FileDescriptor.err).close(); System.err.print(1); return in;",
                "System.setOut(null); System.setErr(null); System.setIn(null); return in;",
                "new ProcessBuilder(\"sh\", \"-c\", \"echo forged; cat\").inheritIO().start().waitFor(); return in;",
            })
    void cannot_reach_the_channel_by_the_standard_streams(String body) throws Exception {
        load(body);
        FromRunner answer = answerTo(call(1));
        assertThat(answer)
                .isInstanceOfAny(FromRunner.Returned.class, FromRunner.Threw.class)
                .returns(1, RunMainHostileTest::idOf);
        assertThat(answerTo(call(1))).hasSameClassAs(answer);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void cannot_forge_a_frame_on_a_descriptor_it_digs_up() throws Exception {
        load("""
                byte[] forged = new byte[13 + 4];
                forged[0] = 4;
                forged[4] = 23;
                for (File fd : new File("/proc/self/fd").listFiles()) {
                    // Pipes alone, and never truncating: other descriptors are files of the JDK that runs the tests.
                    try {
                        if (!java.nio.file.Files.readSymbolicLink(fd.toPath()).toString().startsWith("pipe:")) continue;
                    } catch (IOException closedSince) { continue; }
                    try (FileOutputStream out = new FileOutputStream(fd, true)) { out.write(forged); }
                }
                return in;
                """);
        assertThat(runner.ask(call(1))).isEqualTo(new FromRunner.Started(1));
        assertThatThrownBy(runner::hear)
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("nonce");
    }

    @Test
    void survives_interrupts_handlers_and_changed_defaults() throws Exception {
        load("""
                Thread.setDefaultUncaughtExceptionHandler((t, e) -> System.exit(1));
                ThreadGroup root = Thread.currentThread().getThreadGroup();
                while (root.getParent() != null) root = root.getParent();
                Thread[] all = new Thread[100];
                for (int i = root.enumerate(all, true) - 1; i >= 0; i--) {
                    all[i].setUncaughtExceptionHandler((t, e) -> System.exit(1));
                    all[i].interrupt();
                }
                String defaults = Locale.getDefault() + "|" + TimeZone.getDefault().getID() + "|"
                        + System.getProperty("line.separator").length() + "|" + System.getProperty("mine");
                Locale.setDefault(Locale.forLanguageTag("tr"));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
                System.setProperty("line.separator", "---");
                System.setProperty("mine", "yes");
                throw new IOException(defaults);
                """);
        for (int i = 0; i < 3; i++) {
            assertThat(((FromRunner.Threw) answerTo(call(1))).message()).isEqualTo("|UTC|1|null");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Bad extends RuntimeException { public String getMessage() { throw this; } } throw new Bad();",
                "class Bad extends RuntimeException { public String getMessage() { return getMessage(); } } throw new Bad();",
                "class Bad extends RuntimeException { public StackTraceElement[] getStackTrace() { return null; } }"
                        + " throw new Bad();",
                "class Bad extends RuntimeException { public StackTraceElement[] getStackTrace() {"
                        + " return new StackTraceElement[1]; } } throw new Bad();",
                "throw new RuntimeException(\"\\uD800\".repeat(5_000_000));",
                "throw new RuntimeException((String) null);",
                "RuntimeException a = new RuntimeException(); a.initCause(new RuntimeException(a)); throw a;",
            })
    void describes_exceptions_that_do_not_want_to_be_described(String body) throws Exception {
        load(body);
        FromRunner.Threw threw = (FromRunner.Threw) answerTo(call(1));
        assertThat(threw.failure()).isEqualTo(Failure.EXCEPTION);
        assertThat(threw.type()).isNotEmpty();
        assertThat(threw.message().length()).isLessThanOrEqualTo(4096);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tensor t = Tensor.scalar(1); set(t, \"data\", null); return t;",
                "Tensor t = Tensor.scalar(1); set(t, \"data\", new float[9]); return t;",
                "Tensor t = Tensor.scalar(1); set(t, \"shape\", new int[] {-1}); return t;",
                "Tensor t = Tensor.scalar(1); set(t, \"shape\", null); return t;",
                "set(in, \"data\", null); return Tensor.scalar(1);",
            })
    void never_sends_a_tensor_that_was_tampered_with(String body) throws Exception {
        load(body);
        assertThat(answerTo(call(1)))
                .isInstanceOfAny(FromRunner.Threw.class, FromRunner.Returned.class)
                .returns(1, RunMainHostileTest::idOf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Class.forName(\"assay.runner.run.Runner\"); return in;",
                "Thread.currentThread().getContextClassLoader().loadClass(\"assay.runner.frame.Frame\"); return in;",
                "Class.forName(\"assay.kernels.call.Kernel\"); return in;",
                "Class.forName(\"java.sql.Driver\"); return in;",
            })
    void has_nothing_but_java_base_and_the_kernels_in_its_loaders_sight(String body) throws Exception {
        load(body);
        assertThat(((FromRunner.Threw) answerTo(call(1))).type()).isEqualTo("java.lang.ClassNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread t = new Thread(() -> { while (true) {} }); t.setDaemon(true); t.start(); return in;",
                "new Timer().schedule(new TimerTask() { public void run() {} }, 1_000_000); return in;",
                "class Odd extends Thread { public int hashCode() { throw new RuntimeException(); }"
                        + " public void run() { java.util.concurrent.locks.LockSupport.park(); } }"
                        + " new Odd().start(); return in;",
                "java.util.concurrent.Executors.newFixedThreadPool(2).submit(() -> 1).get(); throw new IOException();",
            })
    void reports_threads_that_linger(String body) throws Exception {
        load(body);
        assertThat(lingering(answerTo(call(1)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Arrays.stream(new int[100_000]).parallel().map(i -> i + 1).sum(); return in;",
                "Thread.ofVirtual().start(() -> {}).join(); return in;",
                "try (java.util.concurrent.ExecutorService pool = java.util.concurrent.Executors.newFixedThreadPool(2)) {"
                        + " pool.submit(() -> 1).get(); } return in;",
            })
    void does_not_call_idle_workers_of_the_jdk_lingering(String body) throws Exception {
        load(body);
        assertThat(lingering(answerTo(call(1)))).isFalse();
    }

    @Test
    void goes_on_with_the_next_part_after_the_heap_was_filled() throws Exception {
        load("""
                if (in.size() == 2) return in;
                while (true) hoard.add(new byte[100_000]);
                """);
        FromRunner.Threw threw = (FromRunner.Threw) answerTo(call(1));
        assertThat(threw.failure()).isEqualTo(Failure.OUT_OF_MEMORY);
        assertThat(answerTo(call(1, 1))).isInstanceOf(FromRunner.Returned.class);
        assertThat(((FromRunner.Threw) answerTo(call(1))).failure()).isEqualTo(Failure.OUT_OF_MEMORY);
    }

    @Test
    void hangs_only_as_long_as_it_is_let() throws Exception {
        load("""
                while (true) {
                    try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException e) {}
                }
                """);
        assertThat(runner.ask(call(1))).isEqualTo(new FromRunner.Started(1));
        runner.kill();
        assertThatThrownBy(runner::hear).isInstanceOf(IOException.class);
    }

    private void load(String body) throws Exception {
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
        runner.ask(new ToRunner.Load(Child.compiled(compiler, new Source("Act.java", source.replace("BODY", body)))));
    }

    private static ToRunner.Call call(float... numbers) {
        Tensor input = Tensor.of(numbers, numbers.length);
        return new ToRunner.Call(
                1, numbers.length, Kernel.RELU, Optional.empty(), List.of(new Argument.OfTensor(input)));
    }

    private FromRunner answerTo(ToRunner.Call call) throws Exception {
        assertThat(runner.ask(call)).isEqualTo(new FromRunner.Started(1));
        return runner.hear();
    }

    private static int idOf(FromRunner answer) {
        return switch (answer) {
            case FromRunner.Returned returned -> returned.id();
            case FromRunner.Threw threw -> threw.id();
            case FromRunner.Started started -> -1;
            case FromRunner.Loaded loaded -> -1;
            case Ready ready -> -1;
        };
    }

    private static boolean lingering(FromRunner answer) {
        return switch (answer) {
            case FromRunner.Returned returned -> returned.lingering();
            case FromRunner.Threw threw -> threw.lingering();
            case FromRunner.Started started -> throw new AssertionError(started);
            case FromRunner.Loaded loaded -> throw new AssertionError(loaded);
            case Ready ready -> throw new AssertionError(ready);
        };
    }
}
