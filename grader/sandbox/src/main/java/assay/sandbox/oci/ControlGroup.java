package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernel's account of one container, and its hold on it. The runtime joins the group and does not own it: it is still
 * there when the container has ended.
 *
 * @param path as the runtime takes it, from the root of the hierarchies
 * @param folders of the group, one a hierarchy; in version 2 there is one
 * @param cpu the file with the account of processor time
 * @param memoryEvents the file that counts kills for want of memory, whosever memory that was
 * @param memoryFull whether its own limit of memory was ever reached
 * @param processes the file with the ids of all processes in it
 */
record ControlGroup(
        String path, List<Path> folders, Path cpu, Path memoryEvents, BooleanSupplier memoryFull, Path processes) {
    private static final Pattern USAGE_MICROS = Pattern.compile("^usage_usec (\\d+)$", Pattern.MULTILINE);
    private static final Pattern KILLS = Pattern.compile("^oom_kill (\\d+)$", Pattern.MULTILINE);

    ControlGroup {
        requireNonNull(path, "path is null");
        folders = List.copyOf(folders);
        requireNonNull(cpu, "cpu is null");
        requireNonNull(memoryEvents, "memoryEvents is null");
        requireNonNull(memoryFull, "memoryFull is null");
        requireNonNull(processes, "processes is null");
    }

    /** Processor time of all that ever ran in it; empty if it has been removed. */
    Optional<Duration> cpuUsed() {
        return read(cpu).map(ControlGroup::cpuTime);
    }

    /**
     * Whether the kernel killed something in it that wanted more memory than its own limit. Kills are counted also where
     * it was the machine or a group above that had no memory left: those are nothing of the container's.
     */
    boolean outOfMemory() {
        Matcher kills = KILLS.matcher(read(memoryEvents).orElse(""));
        return kills.find() && Long.parseLong(kills.group(1)) > 0 && memoryFull.getAsBoolean();
    }

    /** Ends all that runs in it at once; how many that were. */
    int kill() {
        List<Long> ids = read(processes).orElse("").lines().map(Long::valueOf).toList();
        ids.forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
        return ids.size();
    }

    /** Whether it is gone; it stays while something runs in it. */
    boolean remove() {
        return folders.stream().allMatch(ControlGroup::removed);
    }

    private static boolean removed(Path folder) {
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (IOException e) {
            return false; // busy
        }
    }

    /** Of {@code cpu.stat}, microseconds by name, or of {@code cpuacct.usage}, nanoseconds alone. */
    private static Duration cpuTime(String account) {
        Matcher micros = USAGE_MICROS.matcher(account);
        return micros.find()
                ? Duration.ofNanos(Long.parseLong(micros.group(1)) * 1000)
                : Duration.ofNanos(Long.parseLong(account.strip()));
    }

    /** Empty if it has been removed. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (Files.notExists(file)) { // ENODEV: removed while it was read
                return Optional.empty();
            }
            throw new GraderFault(GraderFault.Code.SANDBOX, "read " + file, e);
        }
    }
}
