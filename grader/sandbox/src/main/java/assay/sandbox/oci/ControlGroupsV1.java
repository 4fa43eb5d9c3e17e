package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.sandbox.jail.Bounds;
import assay.sandbox.jail.Confinement;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Version 1: a hierarchy for each controller. The runtime makes the group in those that have no limit of ours. */
final class ControlGroupsV1 implements ControlGroups {
    /** What is missing to the limit where the next piece does not fit: of a huge page or less. */
    private static final long CHARGED_AT_ONCE = 2 * 1024 * 1024;

    private final Path root;

    ControlGroupsV1(Path root) {
        this.root = requireNonNull(root, "root is null");
    }

    @Override
    public ControlGroup create(String owner, String name, DataSize memory, Bounds bounds) {
        String path = "/" + PARENT + "/" + owner + "/" + name;
        try {
            Path memoryGroup = make("memory", path);
            write(memoryGroup.resolve("memory.limit_in_bytes"), memory.bytes());
            Path withSwap = memoryGroup.resolve("memory.memsw.limit_in_bytes");
            if (Files.exists(withSwap)) { // not on a kernel that was booted without an account of swap
                write(withSwap, memory.bytes());
            }
            Path cpu = make("cpu", path);
            write(cpu.resolve("cpu.cfs_period_us"), Confinement.CPU_PERIOD_MICROS);
            write(cpu.resolve("cpu.cfs_quota_us"), bounds.processors() * Confinement.CPU_PERIOD_MICROS);
            write(make("pids", path).resolve("pids.max"), bounds.processes());
            Path account = make("cpuacct", path);
            return new ControlGroup(
                    path,
                    inEveryHierarchy(path),
                    account.resolve("cpuacct.usage"),
                    memoryGroup.resolve("memory.oom_control"),
                    () -> isFull(memoryGroup, memory),
                    memoryGroup.resolve("cgroup.procs"));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "make the control group " + path, e);
        }
    }

    /** By the peak, and not {@code memory.failcnt}, which some kernels do not count. */
    private static boolean isFull(Path group, DataSize memory) {
        return Stream.of("memory.max_usage_in_bytes", "memory.memsw.max_usage_in_bytes")
                .map(group::resolve)
                .flatMap(file -> ControlGroup.read(file).stream())
                .anyMatch(peak -> Long.parseLong(peak.strip()) + CHARGED_AT_ONCE >= memory.bytes());
    }

    @Override
    public List<Path> of(String owner) {
        return hierarchies().stream()
                .map(hierarchy -> hierarchy.resolve(PARENT).resolve(owner))
                .toList();
    }

    @Override
    public Path mounted() {
        return root;
    }

    @Override
    public String version() {
        return "1";
    }

    private Path make(String controller, String path) throws IOException {
        return Files.createDirectories(root.resolve(controller + path));
    }

    private List<Path> inEveryHierarchy(String path) {
        return hierarchies().stream()
                .map(hierarchy -> Path.of(hierarchy + path))
                .toList();
    }

    /** Links, such as {@code cpu} to {@code cpu,cpuacct}, would name a hierarchy twice. */
    private List<Path> hierarchies() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
            for (Path folder : folders) {
                Path real = folder.toRealPath();
                if (Files.exists(real.resolve("cgroup.procs")) && !found.contains(real)) {
                    found.add(real);
                }
            }
            return found;
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "look for control groups", e);
        }
    }

    private static void write(Path file, long value) throws IOException {
        Files.writeString(file, Long.toString(value));
    }
}
