package assay.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.runner.frame.Failure;
import assay.runner.frame.FromRunner;
import assay.runner.frame.MalformedFrameException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that goes for the runner and its channel instead of the answer. */
@Tag("slow")
class RunMainHostileTest extends RunnerTestCase {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().halt(0); return in;",
                "Thread t = new Thread(() -> System.exit(0)); t.start(); t.join(); return in;",
            })
    void just_ends_where_the_code_ends_it(String body) throws Exception {
        loadBody(body);
        assertThat(runner().ask(reluCall(1, Optional.empty(), 1))).isEqualTo(new FromRunner.Started(7));
        assertThatThrownBy(() -> runner().hear()).isInstanceOf(EOFException.class);
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
        loadBody(body);
        FromRunner answer = relu(1);
        assertThat(answer)
                .isInstanceOfAny(FromRunner.Returned.class, FromRunner.Threw.class)
                .returns(7, RunnerTestCase::idOf);
        assertThat(relu(1)).hasSameClassAs(answer);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void cannot_forge_a_frame_on_a_descriptor_it_digs_up() throws Exception {
        loadBody("""
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
        assertThat(runner().ask(reluCall(1, Optional.empty(), 1))).isEqualTo(new FromRunner.Started(7));
        assertThatThrownBy(() -> runner().hear())
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("nonce");
    }

    @Test
    void survives_interrupts_handlers_and_changed_defaults() throws Exception {
        loadBody("""
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
            assertThat(((FromRunner.Threw) relu(1)).message()).isEqualTo("|UTC|1|null");
        }
    }

    /** As many properties as before, with a name and a value whose methods never return. */
    @Test
    void puts_properties_back_without_calling_what_is_in_them() throws Exception {
        loadBody("""
                String found = System.getProperty("java.version") + "|" + System.getProperty("user.dir");
                Object endless = new Object() {
                    public int hashCode() { return "java.version".hashCode(); }
                    public boolean equals(Object other) { while (true) {} }
                };
                System.getProperties().remove("java.version");
                System.getProperties().put(endless, endless);
                System.getProperties().put("user.dir", endless);
                throw new IOException(found);
                """);
        String atFirst = ((FromRunner.Threw) relu(1)).message();
        assertThat(atFirst).doesNotContain("null");
        for (int i = 0; i < 3; i++) {
            assertThat(((FromRunner.Threw) relu(1)).message()).isEqualTo(atFirst);
        }
    }

    /** The same to look at, and the student's code behind them. */
    @Test
    void puts_properties_back_that_have_others_as_defaults() throws Exception {
        loadBody("""
                String found = System.getProperty("no such");
                Properties same = new Properties(new Properties() {
                    public String getProperty(String key) { return "mine"; }
                });
                same.putAll(System.getProperties());
                System.setProperties(same);
                throw new IOException(found);
                """);
        for (int i = 0; i < 3; i++) {
            assertThat(((FromRunner.Threw) relu(1)).message()).isEmpty();
        }
    }

    /** Else it would wait there for the next. */
    @Test
    void lets_no_other_thread_make_the_calls() throws Exception {
        loadBody("""
                Thread caller = Thread.currentThread();
                Thread other = new Thread(() -> caller.run());
                other.start();
                if (!other.join(java.time.Duration.ofSeconds(20))) throw new IOException("it waits");
                return in;
                """);
        assertThat(relu(1)).isInstanceOf(FromRunner.Returned.class);
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
        loadBody(body);
        FromRunner.Threw threw = (FromRunner.Threw) relu(1);
        assertThat(threw.failure()).isEqualTo(Failure.EXCEPTION);
        assertThat(threw.type()).isNotEmpty();
        assertThat(threw.message().length()).isLessThanOrEqualTo(4096);
    }

    @Test
    void hangs_only_as_long_as_it_is_let() throws Exception {
        loadBody("""
                while (true) {
                    try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException e) {}
                }
                """);
        assertThat(runner().ask(reluCall(1, Optional.empty(), 1))).isEqualTo(new FromRunner.Started(7));
        runner().kill();
        assertThatThrownBy(() -> runner().hear()).isInstanceOf(IOException.class);
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
        assertThat(runner().ask(reluCall(1, Optional.empty(), 0))).isEqualTo(new FromRunner.Started(7));
        runner().kill();
        assertThatThrownBy(() -> runner().hear()).isInstanceOf(IOException.class);
    }
}
