package assay.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.runner.frame.Failure;
import assay.runner.frame.FromRunner;
import java.io.EOFException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that ends its program, in the middle of a call. */
@Tag("slow")
class RunMainExitTest extends RunnerTestCase {
    /** With a number of calls that grows as long as the same classes are used. */
    private void loadExiting(String ending) throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    static int calls;
                    public Tensor relu(Tensor in) {
                        calls++;
                        if (in.data()[0] < 0) {
                            ENDING
                        }
                        return Tensor.scalar(calls);
                    }
                    static synchronized void end() {
                        try {
                            System.exit(3);
                        } catch (Throwable t) {
                            throw t;
                        } finally {
                            calls = 100;
                        }
                    }
                }
                class Late {
                    static { System.exit(1); }
                    static int number = 1;
                }
                """.replace("ENDING", ending));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0);",
                "Runtime.getRuntime().exit(1);",
                "Runnable exit = () -> System.exit(1); exit.run();",
                "java.util.function.IntConsumer exit = System::exit; exit.accept(2);",
                "end();",
                "calls = Late.number;",
                "Thread.currentThread().interrupt(); System.exit(0);",
            })
    void the_call_is_over_and_the_next_finds_the_classes_new(String ending) throws Exception {
        loadExiting(ending);
        assertThat(number(relu(1))).isEqualTo(1);
        assertThat(number(relu(1))).isEqualTo(2);
        for (int time = 0; time < 2; time++) {
            FromRunner.Threw threw = (FromRunner.Threw) relu(-1);
            assertThat(threw.failure()).isEqualTo(Failure.EXITED);
            assertThat(threw.stack()).last().asString().startsWith("Act.relu(Act.java:");
            assertThat(threw.lingering()).isFalse();

            assertThat(number(relu(1))).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().halt(0);",
                "Thread other = new Thread(() -> System.exit(0)); other.start(); while (true) Thread.onSpinWait();",
                "java.util.List.of(1).forEach(each -> System.exit(each));",
                "java.util.List.of(1).forEach(System::exit);",
                "System.out.println(new Object() { public String toString() { System.exit(0); return null; } });",
            })
    void the_runner_ends_where_nothing_else_is_safe(String ending) throws Exception {
        loadExiting(ending);
        assertThat(runner().ask(reluCall(1, Optional.empty(), -1))).isEqualTo(new FromRunner.Started(7));
        assertThatThrownBy(() -> runner().hear()).isInstanceOf(EOFException.class);
    }

    /** Neither interrupted nor woken up does a thread that has exited take the processor from the next calls. */
    @Test
    void what_has_exited_takes_no_time() throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    public Tensor relu(Tensor in) {
                        try {
                            Thread.sleep(in.data()[0] < 0 ? 0 : 1_000);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        Thread.currentThread().interrupt();
                        if (in.data()[0] < 0) System.exit(1);
                        return in;
                    }
                }
                """);
        assertThat(((FromRunner.Threw) relu(-1)).failure()).isEqualTo(Failure.EXITED);
        Duration before = runner().cpu();
        relu(1);
        assertThat(runner().cpu().minus(before)).isLessThan(Duration.ofMillis(500));
    }

    /** The logger of exits is anybody's to call, and a trace is anybody's to make up. */
    @Test
    void an_exit_cannot_be_feigned() throws Exception {
        loadExiting("""
                Throwable forged = new Throwable();
                forged.setStackTrace(new StackTraceElement[] {new StackTraceElement("Act", "made", "Up.java", 1)});
                System.LoggerFinder.getLoggerFinder().getLogger("java.lang.Runtime", Object.class.getModule())
                        .log(System.Logger.Level.DEBUG, "", forged);
                """);
        assertThat(number(relu(-1))).isEqualTo(1);
    }

    /** Of so deep a stack nobody can tell whether the JDK holds a lock further down. */
    @Test
    void an_exit_that_is_too_deep_ends_the_runner() throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    public Tensor relu(Tensor in) { return deeper(5_000); }
                    static Tensor deeper(int more) {
                        if (more == 0) System.exit(0);
                        return deeper(more - 1);
                    }
                }
                """);
        assertThat(runner().ask(reluCall(1, Optional.empty(), -1))).isEqualTo(new FromRunner.Started(7));
        assertThatThrownBy(() -> runner().hear()).isInstanceOf(EOFException.class);
    }

    /** Each keeps a thread, of which there is no end of memory. */
    @Test
    void the_seventeenth_ends_the_runner() throws Exception {
        loadExiting("System.exit(0);");
        for (int time = 0; time < 16; time++) {
            assertThat(((FromRunner.Threw) relu(-1)).failure()).isEqualTo(Failure.EXITED);
        }
        assertThat(runner().ask(reluCall(1, Optional.empty(), -1))).isEqualTo(new FromRunner.Started(7));
        assertThatThrownBy(() -> runner().hear()).isInstanceOf(EOFException.class);
    }

    @Test
    void loggers_of_the_students_own_print() throws Exception {
        loadBody("""
                System.Logger mine = System.getLogger("java.lang.Runtime");
                mine.log(System.Logger.Level.DEBUG, "unheard");
                mine.log(System.Logger.Level.WARNING, "heard {0}", 1);
                mine.log(System.Logger.Level.ERROR, "broken", new IOException("why"));
                return in;
                """);
        assertThat(relu(1)).isInstanceOf(FromRunner.Returned.class);
        runner().hangUp();
        assertThat(runner().printed())
                .contains("WARNING: heard 1", "ERROR: broken", "IOException: why")
                .doesNotContain("unheard");
    }

    private static float number(FromRunner answer) {
        return ((FromRunner.Returned) answer).output().data()[0];
    }
}
