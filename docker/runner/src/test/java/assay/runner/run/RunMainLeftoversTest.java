package assay.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import assay.runner.frame.Exhausted;
import assay.runner.frame.Failure;
import assay.runner.frame.FromRunner;
import assay.runner.frame.Ready;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a student's code leaves behind: threads, garbage, spoilt tensors. */
@Tag("slow")
class RunMainLeftoversTest extends RunnerTestCase {
    /** One that waits for its moment, or what a thread keeps: neither reaches the next call's thread. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) {} me.interrupt(); }).start();",
                "new ThreadLocal<float[]>().set(new float[1000]);",
            })
    void a_thread_that_something_may_still_reach_makes_no_more_calls(String leaves) throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    public Tensor relu(Tensor in) {
                        Thread me = Thread.currentThread();
                        LEAVES
                        throw new IllegalStateException("" + me.threadId());
                    }
                }
                """.replace("LEAVES", leaves));
        String first = ((FromRunner.Threw) relu(1)).message();
        assertThat(((FromRunner.Threw) relu(1)).message()).isNotEqualTo(first);
    }

    /** Also where the classes stay loaded: a name is enough to tell another part something. */
    @Test
    void each_part_has_a_thread_of_its_own() throws Exception {
        load("""
                import assay.kernels.*;
                class Act implements Relu {
                    public Tensor relu(Tensor in) {
                        String name = Thread.currentThread().getName();
                        Thread.currentThread().setName("spoilt");
                        throw new IllegalStateException(name);
                    }
                }
                """);
        for (int part = 1; part <= 3; part++) {
            FromRunner.Threw threw = (FromRunner.Threw) call(reluCall(part, Optional.empty(), 1));
            assertThat(threw.message()).isEqualTo("student");
        }
    }

    /** What one call leaves on its thread is for the calls of the same part, as what it leaves in static fields. */
    @Test
    void a_thread_is_of_one_part_and_its_interrupts_of_one_call() throws Exception {
        loadBody("""
                boolean interrupted = Thread.interrupted();
                boolean loaded = Thread.currentThread().getContextClassLoader() == Act.class.getClassLoader();
                Thread.currentThread().interrupt();
                Thread.currentThread().setContextClassLoader(null);
                throw new IOException(Thread.currentThread().threadId() + " " + interrupted + " " + loaded);
                """);
        String[] said = new String[4];
        for (int i = 0; i < said.length; i++) {
            said[i] = ((FromRunner.Threw) call(reluCall(1 + i / 2, Optional.empty(), 1))).message();
        }
        assertThat(said).allSatisfy(each -> assertThat(each).endsWith(" false true"));
        assertThat(said[1]).isEqualTo(said[0]).isNotEqualTo(said[2]);
        assertThat(said[3]).isEqualTo(said[2]);
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
        loadBody(body);
        assertThat(relu(1))
                .isInstanceOfAny(FromRunner.Threw.class, FromRunner.Returned.class)
                .returns(7, RunnerTestCase::idOf);
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
        loadBody(body);
        assertThat(((FromRunner.Threw) relu(1)).type()).isEqualTo("java.lang.ClassNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread t = new Thread(() -> { while (true) {} }); t.setDaemon(true); t.start(); return in;",
                "new Timer().schedule(new TimerTask() { public void run() {} }, 1_000_000); return in;",
                "class Odd extends Thread { public int hashCode() { throw new RuntimeException(); }"
                        + " public void run() { java.util.concurrent.locks.LockSupport.park(); } }"
                        + " new Odd().start(); return in;",
                "new Thread(java.util.concurrent.locks.LockSupport::park).start(); throw new IOException();",
                "java.util.concurrent.Executors.newFixedThreadPool(2).submit(() -> { while (true) {} }); return in;",
                "for (int i = 0; i < 17; i++) {"
                        + " java.util.concurrent.Executors.newFixedThreadPool(2).submit(() -> 1).get(); } return in;",
                "java.util.concurrent.Executors.newScheduledThreadPool(1)"
                        + ".schedule(() -> {}, 1, java.util.concurrent.TimeUnit.DAYS); return in;",
                "var begun = new java.util.concurrent.CountDownLatch(1);"
                        + " java.lang.ref.Cleaner.create().register(new Object(), () -> { begun.countDown();"
                        + " while (true) java.util.concurrent.locks.LockSupport.park(); });"
                        + " while (begun.getCount() > 0) { System.gc(); Thread.sleep(1); } return in;",
            })
    void reports_threads_that_linger(String body) throws Exception {
        loadBody(body);
        assertThat(lingering(relu(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Arrays.stream(new int[100_000]).parallel().map(i -> i + 1).sum(); return in;",
                "Thread.ofVirtual().start(() -> {}).join(); return in;",
                "java.lang.ref.Cleaner.create().register(in, () -> {}); return in;",
                "try (java.util.concurrent.ExecutorService pool = java.util.concurrent.Executors.newFixedThreadPool(2)) {"
                        + " pool.submit(() -> 1).get(); } return in;",
                "java.util.concurrent.Executors.newFixedThreadPool(2).submit(() -> 1).get(); return in;",
                "java.util.concurrent.Executors.newCachedThreadPool().submit(() -> 1).get(); throw new IOException();",
            })
    void does_not_call_idle_workers_of_the_jdk_lingering(String body) throws Exception {
        loadBody(body);
        assertThat(lingering(relu(1))).isFalse();
    }

    @Test
    void goes_on_with_the_next_part_after_the_heap_was_filled() throws Exception {
        loadBody("""
                if (in.size() == 2) return in;
                while (true) hoard.add(new byte[100_000]);
                """);
        FromRunner.Threw threw = (FromRunner.Threw) relu(1);
        assertThat(threw.failure()).isEqualTo(Failure.OUT_OF_MEMORY);
        assertThat(call(reluCall(2, Optional.empty(), 1, 1))).isInstanceOf(FromRunner.Returned.class);
        assertThat(((FromRunner.Threw) relu(1)).failure()).isEqualTo(Failure.OUT_OF_MEMORY);
    }

    @Test
    void says_that_no_memory_is_left_where_threads_take_what_is_set_free() throws Exception {
        restartRunner("-Xmx16m"); // each collection goes through all of it, and there are thousands
        loadBody("""
                for (int i = 0; i < 8; i++) {
                    Thread.ofPlatform().daemon().start(() -> {
                        Object mine = null;
                        while (true) {
                            try { mine = new Object[] {mine, new byte[100]}; } catch (OutOfMemoryError full) {}
                        }
                    });
                }
                while (true) hoard.add(new byte[100]);
                """);
        assertThat(relu(1))
                .matches(answer -> answer instanceof Exhausted
                        || (answer instanceof FromRunner.Threw threw && threw.failure() == Failure.OUT_OF_MEMORY));
    }

    private static boolean lingering(FromRunner answer) {
        return switch (answer) {
            case FromRunner.Returned returned -> returned.lingering();
            case FromRunner.Threw threw -> threw.lingering();
            case FromRunner.Started started -> throw new AssertionError(started);
            case FromRunner.Loaded loaded -> throw new AssertionError(loaded);
            case Ready ready -> throw new AssertionError(ready);
            case Exhausted exhausted -> throw new AssertionError(exhausted);
        };
    }
}
