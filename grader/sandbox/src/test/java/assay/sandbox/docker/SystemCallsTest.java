package assay.sandbox.docker;

import static assay.sandbox.contract.Student.LIMITS;
import static assay.sandbox.contract.Student.compile;
import static assay.sandbox.contract.Student.saysOf;
import static assay.sandbox.contract.Student.source;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.DataSize;
import assay.core.port.Classes;
import assay.core.port.KernelCall;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.sandbox.engine.Engine;
import assay.sandbox.image.ImageProgram;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Jails;
import assay.sandbox.jail.Program;
import assay.sandbox.jail.SeccompProfile;
import assay.sandbox.session.JailedSandbox;
import assay.sandbox.testing.ReadyEngine;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter as the kernel holds it: a runner that may make native calls, as no student's may, makes them. */
@Tag("docker")
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64", disabledReason = "the numbers are this processor's")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SystemCallsTest {
    private final Sandbox sandbox = new JailedSandbox(new NativeJails(ReadyEngine.get()), 0);
    private final Classes classes = compile(sandbox, source(NATIVE));
    private SandboxSession session = sandbox.open(classes, LIMITS, Pace.BRIEF);

    @AfterAll
    void close() {
        session.close();
        sandbox.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            mmap of huge pages          | 9, 0, 2097152, 3, 262178, -1, 0 | 1
            keyctl                      | 250, 0, 0, 0, 0       | 1
            add_key                     | 248, 0, 0, 0, 0       | 1
            request_key                 | 249, 0, 0, 0, 0       | 1
            io_uring_setup              | 425, 0, 0             | 1
            io_uring_enter              | 426, -1, 0, 0, 0, 0   | 1
            io_uring_register           | 427, -1, 0, 0, 0      | 1
            socket of AF_INET           | 41, 2, 1, 0           | 97
            socket of AF_INET6          | 41, 10, 1, 0          | 97
            socket of AF_NETLINK        | 41, 16, 3, 0          | 97
            socket of AF_PACKET         | 41, 17, 3, 0          | 97
            socket of AF_ALG            | 41, 38, 5, 0          | 97
            socket of AF_VSOCK          | 41, 40, 1, 0          | 97
            connect                     | 42, -1, 0, 0          | 1
            sendmsg                     | 46, -1, 0, 0          | 1
            unshare                     | 272, 0                | 1
            setns                       | 308, -1, 0            | 1
            clone into a new user space | 56, 268435473, 0      | 1
            clone of a process          | 56, 17, 0             | 1
            clone3                      | 435, 0, 0             | 38
            fork                        | 57                    | 1
            vfork                       | 58                    | 1
            mount                       | 165, 0, 0, 0, 0, 0    | 1
            umount2                     | 166, 0, 0             | 1
            pivot_root                  | 155, 0, 0             | 1
            chroot                      | 161, 0                | 1
            fsopen                      | 430, 0, 0             | 1
            open_by_handle_at           | 304, -1, 0, 0         | 1
            ptrace                      | 101, 99, 0, 0, 0      | 1
            process_vm_readv            | 310, 0, 0, 0, 0, 0, 9 | 1
            process_vm_writev           | 311, 0, 0, 0, 0, 0, 9 | 1
            kill                        | 62, 1, 0              | 1
            userfaultfd                 | 323, -1               | 1
            perf_event_open             | 298, 0, 0, -1, -1, 0  | 1
            bpf                         | 321, 99, 0, 0         | 1
            seccomp                     | 317, 99, 0, 0         | 1
            clock_settime               | 227, 99, 0            | 1
            clock_adjtime               | 305, 99, 0            | 1
            adjtimex                    | 159, 0                | 1
            settimeofday                | 164, 1, 1             | 1
            init_module                 | 175, 0, 0, 0          | 1
            finit_module                | 313, -1, 0, 0         | 1
            delete_module               | 176, 0, 0             | 1
            kexec_load                  | 246, 0, 0, 0, 0       | 1
            reboot                      | 169, 0, 0, 0, 0       | 1
            swapon                      | 167, 0, 0             | 1
            personality                 | 135, 4294967295L      | 1
            memfd_create                | 319, 0, 99            | 1
            shmget                      | 29, 0, 0, 0           | 1
            mq_open                     | 240, 0, 0, 0, 0       | 1
            setrlimit                   | 160, 99, 0            | 1
            prlimit64 with a new limit  | 302, 0, 99, 1, 0      | 1
            prctl other than for names  | 157, 1, 0, 0, 0, 0    | 1
            fcntl with a lock           | 72, -1, 6, 0          | 1
            fcntl of its flags          | 72, -1, 3, 0          | 9
            flock                       | 73, -1, 0             | 1
            ioctl TIOCSTI               | 16, -1, 21522, 0      | 1
            mknod                       | 133, 0, 0, 0          | 1
            setuid                      | 105, 99               | 1
            exit with a kill's code     | 231, 137              | 1
            exit with it modulo 256     | 231, 393              | 1
            exit of a thread with it    | 60, 137               | 1
            getpid, which is allowed    | 39                    | 0
            """)
    void each_call_gets_its_answer(String name, String call, int errno) {
        assertThat(saysOf(alive().call(words(call)))).isEqualTo("errno " + errno);
    }

    /** One container for all calls, as long as none of them ends it. */
    private SandboxSession alive() {
        if (!session.alive()) {
            session.close();
            session = sandbox.open(classes, LIMITS, Pace.BRIEF);
        }
        return session;
    }

    /** The number of a call and its arguments, each as four times 16 bits, which a tensor holds as they are. */
    private static KernelCall words(String call) {
        long[] words = Stream.of(call.split(", "))
                .mapToLong(word -> Long.parseLong(word.replace("L", "")))
                .toArray();
        float[] bits = new float[4 * words.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (words[i / 4] >>> (16 * (i % 4))) & 0xFFFF;
        }
        Argument input = new Argument.OfTensor(Tensor.of(bits, bits.length));
        return new KernelCall(1, Kernel.RELU, Optional.empty(), List.of(input));
    }

    private static final String NATIVE = """
            public Tensor relu(Tensor input) {
                float[] bits = input.data();
                long[] words = new long[bits.length / 4];
                for (int i = 0; i < bits.length; i++) words[i / 4] |= (long) bits[i] << 16 * (i % 4);
                try {
                    var linker = java.lang.foreign.Linker.nativeLinker();
                    var number = java.lang.foreign.ValueLayout.JAVA_LONG;
                    var layouts = new java.lang.foreign.MemoryLayout[words.length];
                    Arrays.fill(layouts, number);
                    var state = java.lang.foreign.Linker.Option.captureStateLayout();
                    var call = linker.downcallHandle(
                            linker.defaultLookup().find("syscall").orElseThrow(),
                            java.lang.foreign.FunctionDescriptor.of(number, layouts),
                            java.lang.foreign.Linker.Option.captureCallState("errno"));
                    var errno = java.lang.foreign.Arena.global().allocate(state);
                    List<Object> arguments = new ArrayList<>(List.of(errno));
                    for (long word : words) arguments.add(word);
                    long result = (long) call.invokeWithArguments(arguments);
                    say("errno " + (result == -1 ? errno.get(java.lang.foreign.ValueLayout.JAVA_INT, 0) : 0));
                } catch (IllegalStateException e) {
                    throw e;
                } catch (Throwable e) {
                    say("" + e);
                }
                return input;
            }
            static void say(String text) { throw new IllegalStateException(text); }
            """;

    /** As those for students, but for what their runtime has not: the classes by which it would make native calls. */
    private static final class NativeJails implements Jails {
        private static final Path FOREIGN = Path.of(URI.create("jrt:/java.base/jdk/internal/foreign"));

        private final Engine engine;
        private final Path nativeParts = nativeParts();
        private final Workers workers = new Workers();
        private final ContainerSpec spec = new ContainerSpec(
                ReadyEngine.images(),
                "runc",
                Optional.of(SeccompProfile.ours()),
                Owner.ofThisProcess(ContainerRun.NONE),
                "system-calls");

        NativeJails(Engine engine) {
            this.engine = engine;
        }

        @Override
        public Jail start(Program program, DataSize memory) {
            List<String> command = new ArrayList<>(
                    List.of("--enable-native-access=ALL-UNNAMED", "--patch-module=java.base=/native.jar"));
            ImageProgram.arguments(program, memory).stream()
                    .filter(flag -> !flag.startsWith("-XX:AOTCache"))
                    .forEach(command::add);
            CreateContainerCmd create =
                    spec.create(engine.client(), program, memory).withCmd(command);
            requireNonNull(create.getHostConfig(), "there is none")
                    .withBinds(new Bind(nativeParts.toString(), new Volume("/native.jar"), AccessMode.ro));
            String id = create.exec().getId();
            ContainerJail jail = new ContainerJail(engine, id, true, workers, closed -> {});
            jail.start();
            return jail;
        }

        private static Path nativeParts() {
            try {
                Path jar = Files.createTempFile("native", ".jar");
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                        Stream<Path> classes = Files.walk(FOREIGN)) {
                    for (Path file : classes.filter(Files::isRegularFile).toList()) {
                        zip.putNextEntry(new ZipEntry("jdk/internal/foreign/" + FOREIGN.relativize(file)));
                        Files.copy(file, zip);
                    }
                }
                Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
                return jar;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> description() {
            return Map.of();
        }

        @Override
        public void close() {
            workers.finish();
            new Leftovers(engine, Owner.ofThisProcess(ContainerRun.NONE)).removeAll("system-calls");
            assertThat(nativeParts.toFile().delete()).isTrue();
        }
    }
}
