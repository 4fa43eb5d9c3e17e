package assay.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpyMemoryTest {
    private static final String LOCKED = """
            Root: closed
            Interfaces: 1
            UidMap: 0 100000 65536
            Memory: 536870912
            Processes: 128
            Locks: refused
            Status:
            Uid:\t65532\t65532
            CapEff:\t0000000000000000
            CapBnd:\t0000000000000000
            NoNewPrivs:\t1
            Seccomp:\t2
            """;

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-09-01T08:00:00Z");
    private String report = LOCKED;
    private int looks;

    @Test
    void what_was_seen_is_not_looked_at_again() {
        assertThat(checks("1.1.5")).isEqualTo(LockCheck.found(LOCKED));
        assertThat(checks("1.1.5")).isEqualTo(LockCheck.found(LOCKED));

        assertThat(looks).isOne();
    }

    @Test
    void another_runtime_or_engine_is_looked_at() {
        checks("1.1.5");
        checks("1.1.6");
        assertThat(looks).isEqualTo(2);

        memory().checks(new Named("1.1.6"), Optional.of(engine("name=seccomp")));
        memory().checks(new Named("1.1.6"), Optional.of(engine("name=seccomp")));
        assertThat(looks).isEqualTo(3);
        memory().checks(new Named("1.1.6"), Optional.of(engine("name=apparmor")));
        assertThat(looks).isEqualTo(4);
    }

    @Test
    void a_day_later_and_with_a_clock_set_back_it_is_looked_at() {
        checks("1.1.5");
        now = now.plus(Duration.ofDays(1));
        checks("1.1.5");
        assertThat(looks).isEqualTo(2);

        now = now.minus(Duration.ofDays(400));
        checks("1.1.5");
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void what_fails_is_looked_at_each_time() {
        report = LOCKED.replace("Root: closed", "Root: writable");
        checks("1.1.5");
        report = LOCKED;

        assertThat(Floor.of(checks("1.1.5")).met()).isTrue();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_looked_at() throws Exception {
        checks("1.1.5");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "nonsense\n\n");
            }
        }

        assertThat(checks("1.1.5")).isEqualTo(LockCheck.found(LOCKED));
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void a_spy_that_cannot_be_sent_is_below_the_floor() {
        SpyMemory memory = new SpyMemory(folder, () -> now, _ -> {
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a container", "there is none");
        });

        assertThat(Floor.of(memory.checks(new Named("1.1.5"), Optional.empty())).met())
                .isFalse();
    }

    private List<Check> checks(String version) {
        return memory().checks(new Named(version), Optional.empty());
    }

    private SpyMemory memory() {
        return new SpyMemory(folder, () -> now, _ -> {
            looks++;
            return report;
        });
    }

    private static EngineFacts engine(String security) {
        return new EngineFacts(
                "20.10", "1.41", "unix:///s", Set.of("runc"), "1", Set.of(), List.of(security), Map.of(), true);
    }

    /** A sandbox that says what it is and does nothing. */
    private record Named(String version) implements Sandbox {
        @Override
        public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
            throw new AssertionError("not asked for");
        }

        @Override
        public SandboxSession open(Classes classes, Limits limits, Pace pace) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Map<String, String> description() {
            return Map.of("kind", "oci", "runtime", "runc", "runtime.version", version);
        }

        @Override
        public void close() {
            // There is nothing to end.
        }
    }
}
