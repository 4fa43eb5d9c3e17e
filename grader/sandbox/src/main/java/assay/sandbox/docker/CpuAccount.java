package assay.sandbox.docker;

import assay.sandbox.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the kernel keeps account of for a container. Where the engine is on this machine, its control group can be read;
 * elsewhere the engine is asked, which takes it up to a second.
 */
final class CpuAccount {
    private static final Logger logger = LoggerFactory.getLogger(CpuAccount.class);

    /** As the engine's two drivers, cgroupfs and systemd, name the groups, in version 2 and in version 1. */
    private static final List<String> GROUPS = List.of(
            "/sys/fs/cgroup/docker/%s/cpu.stat",
            "/sys/fs/cgroup/system.slice/docker-%s.scope/cpu.stat",
            "/sys/fs/cgroup/cpuacct/docker/%s/cpuacct.usage",
            "/sys/fs/cgroup/cpuacct/system.slice/docker-%s.scope/cpuacct.usage");

    private static final Pattern USAGE_MICROS = Pattern.compile("^usage_usec (\\d+)$", Pattern.MULTILINE);

    /** With its quotation mark, since there is also {@code precpu_stats}. */
    private static final Pattern ENGINES_NANOS =
            Pattern.compile("\"cpu_stats\":\\{\"cpu_usage\":\\{\"total_usage\":(\\d+)");

    private final Engine engine;
    private final String container;
    private Optional<Path> file = Optional.empty();

    CpuAccount(Engine engine, String container) {
        this.engine = engine;
        this.container = container;
    }

    /** Whether the kernel of this machine keeps the account; to be asked once the container runs. */
    boolean isHere() {
        if (file.isEmpty()) {
            file = GROUPS.stream()
                    .map(group -> Path.of(group.formatted(container)))
                    .filter(Files::isReadable)
                    .findFirst();
        }
        return file.isPresent();
    }

    /** By the account of this machine. */
    Optional<Duration> used() {
        try {
            return file.isPresent() ? Optional.of(parse(Files.readString(file.get()))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the container has ended, and its group with it
        }
    }

    Optional<Duration> usedAsTheEngineSays() {
        try {
            String stats = engine.get("/containers/" + container + "/stats?stream=false&one-shot=true");
            Matcher nanos = ENGINES_NANOS.matcher(stats);
            // Nothing at all is what a runtime says that does not know.
            return nanos.find()
                    ? Optional.of(Duration.ofNanos(Long.parseLong(nanos.group(1))))
                            .filter(Duration::isPositive)
                    : Optional.empty();
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            logger.debug("nobody can tell the processor time of container {}: {}", container, e.getMessage());
            return Optional.empty();
        }
    }

    /** Of {@code cpu.stat}, microseconds by name, or of {@code cpuacct.usage}, nanoseconds alone. */
    static Duration parse(String account) {
        Matcher micros = USAGE_MICROS.matcher(account);
        return micros.find()
                ? Duration.ofNanos(Long.parseLong(micros.group(1)) * 1000)
                : Duration.ofNanos(Long.parseLong(account.strip()));
    }
}
