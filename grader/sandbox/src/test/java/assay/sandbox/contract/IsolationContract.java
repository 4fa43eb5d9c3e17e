package assay.sandbox.contract;

import static assay.sandbox.contract.Student.call;
import static assay.sandbox.contract.Student.relu;
import static assay.sandbox.contract.Student.right;
import static assay.sandbox.contract.Student.saysOf;
import static assay.sandbox.contract.Student.source;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.SourceFile;
import assay.core.port.CallOutcome.Cause;
import assay.core.port.CallOutcome.Killed;
import assay.core.port.CallOutcome.Kind;
import assay.core.port.CallOutcome.Returned;
import assay.core.port.CallOutcome.Threw;
import assay.core.port.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a container keeps from those in it. Each attack tells by an exception what came of it. */
public interface IsolationContract {
    Sandbox sandbox();

    @Test
    default void the_kernel_says_that_all_rights_are_gone() {
        String status = attempt("say(Files.readString(Path.of(\"/proc/self/status\")));");

        assertThat(status)
                .containsPattern("CapEff:\\s+0000000000000000\n")
                .containsPattern("CapBnd:\\s+0000000000000000\n")
                .containsPattern("NoNewPrivs:\\s+1\n")
                .containsPattern("Seccomp:\\s+2\n")
                .containsPattern("Uid:\\s+65532\\s");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            another machine       | family not        | new java.net.Socket("8.8.8.8", 53);
            the engine's gateway  | family not        | new java.net.Socket("172.17.0.1", 2375);
            the cloud's metadata  | family not        | new java.net.Socket("169.254.169.254", 80);
            a socket by a name    | not permitted     | java.nio.channels.ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX).bind(java.net.UnixDomainSocketAddress.of("/tmp/s"));
            a lock on a shared file | not permitted   | java.nio.channels.FileChannel.open(Path.of("/java/lib/modules")).lock(0, 1, true);
            a name                | name resolution   | java.net.InetAddress.getByName("example.org");
            a list of passwords   | NoSuchFile        | Files.readString(Path.of("/etc/shadow"));
            the engine's socket   | NoSuchFile        | Files.readAttributes(Path.of("/var/run/docker.sock"), "*");
            the root folder       | Read-only         | Files.writeString(Path.of("/x"), "x");
            our jar               | Read-only         | Files.writeString(Path.of("/assay/runner.jar"), "x");
            the JDK by descriptor | Read-only         | new FileOutputStream("/proc/self/fd/3").write(1);
            the kernel's settings | Read-only         | Files.writeString(Path.of("/proc/sys/kernel/core_pattern"), "x");
            a shell               | not permitted     | new ProcessBuilder("/bin/sh", "-c", "id").start();
            a program of its own  | not permitted     | Path p = Files.copy(Path.of("/java/bin/java"), Path.of("/tmp/p")); new ProcessBuilder("" + p).start();
            a library of its own  | failed to map     | Files.copy(Path.of("/java/lib/libnet.so"), Path.of("/tmp/x.so")); System.load("/tmp/x.so");
            a native call         | SharedUtils       | java.lang.foreign.Linker.nativeLinker();
            memory of the JVM     | NativeMemory      | java.lang.foreign.MemorySegment.ofAddress(4096).reinterpret(8).get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0);
            a large file          | too large         | try (var o = new FileOutputStream("/tmp/big")) { for (int i = 0; i < 64; i++) o.write(new byte[1 << 20]); }
            a full folder         | No space left     | for (int f = 0; f < 3; f++) try (var o = new FileOutputStream("/tmp/" + f)) { o.write(new byte[15 << 20]); }
            many files            | No space left     | for (int i = 0; i < 5000; i++) Files.createFile(Path.of("/tmp/f" + i));
            """)
    default void what_is_outside_cannot_be_reached(String name, String refusal, String attack) {
        assertThat(attempt(attack + " say(\"it worked\");")).containsIgnoringCase(refusal);
    }

    @Test
    default void its_own_limits_are_not_its_to_set() {
        assertThat(attempt("Files.writeString(Path.of(\"/sys/fs/cgroup/memory.max\"), \"max\"); say(\"it worked\");"))
                .containsAnyOf("Denied", "NoSuchFile"); // no right to it, or not even a way there
    }

    @Test
    default void nothing_tells_whose_container_it_is() {
        String around = attempt("say(System.getenv() + \" \" + Files.readString(Path.of(\"/proc/1/cmdline\"))"
                + " + Files.readString(Path.of(\"/etc/hostname\")));");

        assertThat(around)
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("/root")
                .doesNotContain("golden");
        assertThat(around).contains("sandbox");
    }

    @Test
    default void frames_on_the_protocols_own_descriptor_cost_only_their_author() {
        String forge = """
                for (int i = 3; i < 64; i++)
                    try (OutputStream raw = new FileOutputStream("/proc/self/fd/" + i)) { raw.write(new byte[64]); }
                    catch (IOException e) { }
                """;

        switch (call(sandbox(), relu(forge + right()))) {
            case Killed killed -> assertThat(killed.cause()).isIn(Cause.PROTOCOL, Cause.EXITED);
            case Returned returned -> assertThat(returned.output().data()).containsExactly(0, 0, 2);
            case Threw threw -> assertThat(threw.kind()).isEqualTo(Kind.EXCEPTION);
        }
    }

    @Test
    default void the_engines_account_of_memory_counts_what_no_heap_holds() {
        SourceFile bomb = relu("""
                List<Object> all = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    Thread thread = new Thread(null, () -> deep(0), "deep", 64 << 20);
                    thread.start();
                    all.add(thread);
                }
                while (true) Thread.onSpinWait();
                } static long deep(long n) { return n > 700_000 ? hold() : deep(n + 1) + 1; }
                static long hold() { while (true) try { Thread.sleep(9999); } catch (InterruptedException e) { }
                """);

        assertThat(call(sandbox(), bomb))
                .isInstanceOfSatisfying(
                        Killed.class, killed -> assertThat(killed.cause()).isEqualTo(Cause.MEMORY));
    }

    @Test
    default void processes_and_threads_are_counted() {
        String bomb = """
                int started = 0;
                try { for (; started < 10_000; started++) { Thread t = new Thread(() -> { while (true) try { Thread.sleep(9999); } catch (InterruptedException e) { } }, "t"); t.setDaemon(true); t.start(); } }
                catch (OutOfMemoryError e) { say("stopped at " + started); }
                """;

        String said = attempt(bomb);

        assertThat(said).startsWith("stopped at ");
        assertThat(Integer.parseInt(said.substring("stopped at ".length()))).isLessThan(128);
    }

    @Test
    default void what_one_session_writes_no_other_finds() {
        assertThat(attempt("Files.writeString(Path.of(\"/tmp/mine\"), \"x\"); say(\"written\");"))
                .isEqualTo("written");

        assertThat(attempt("say(\"left: \" + Files.exists(Path.of(\"/tmp/mine\")));"))
                .isEqualTo("left: false");
    }

    private String attempt(String attack) {
        return saysOf(call(sandbox(), source("""
                public Tensor relu(Tensor input) {
                    try { attack(); } catch (IOException | LinkageError e) { say("" + e); }
                    return input;
                }
                static void attack() throws IOException { %s }
                static void say(String text) { throw new IllegalStateException(text); }
                """.formatted(attack))));
    }
}
