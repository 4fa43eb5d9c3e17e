package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.sandbox.jail.Bounds;
import assay.sandbox.jail.Confinement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Version 2: one hierarchy, in which each folder hands its controllers down. */
final class ControlGroupsV2 implements ControlGroups {
    static final List<String> CONTROLLERS = List.of("cpu", "memory", "pids");

    /** Where processes are put that were in {@link #top}: a group that hands down has none of its own. */
    private static final String CALLERS = PARENT + "-callers";

    private static final Pattern OUT_OF_MEMORY = Pattern.compile("^oom [1-9]", Pattern.MULTILINE);

    private static final String HANDED_DOWN =
            CONTROLLERS.stream().map(controller -> "+" + controller).collect(Collectors.joining(" "));

    private final Path mounted;
    private final Path top;

    /**
     * @param mounted the whole hierarchy
     * @param top the group in it below which all others are made; the hierarchy's own, or one that is ours
     */
    ControlGroupsV2(Path mounted, Path top) {
        this.mounted = requireNonNull(mounted, "mounted is null");
        this.top = requireNonNull(top, "top is null");
    }

    /**
     * The group of this process, if it is its user's: handed down by whoever it belongs to.
     *
     * @param ownGroups as in {@code /proc/self/cgroup}
     */
    static Optional<Path> delegated(Path mounted, List<String> ownGroups) {
        return ownGroups.stream()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> mounted.resolve(line.substring("0::/".length())))
                .map(own -> own.endsWith(CALLERS) ? own.resolveSibling("") : own)
                .filter(own -> !own.equals(mounted))
                .filter(own -> Stream.of("", "cgroup.procs", "cgroup.subtree_control")
                        .allMatch(file -> Files.isWritable(own.resolve(file))))
                .findFirst();
    }

    @Override
    public ControlGroup create(String owner, String name, DataSize memory, Bounds bounds) {
        Path group = top.resolve(PARENT).resolve(owner).resolve(name);
        try {
            Files.createDirectories(group);
            makeRoom();
            for (Path above :
                    List.of(top, top.resolve(PARENT), top.resolve(PARENT).resolve(owner))) {
                Files.writeString(above.resolve("cgroup.subtree_control"), HANDED_DOWN);
            }
            Files.writeString(group.resolve("memory.max"), Long.toString(memory.bytes()));
            Path swap = group.resolve("memory.swap.max");
            if (Files.exists(swap)) { // not on a kernel without swap
                Files.writeString(swap, "0");
            }
            Files.writeString(
                    group.resolve("cpu.max"),
                    bounds.processors() * Confinement.CPU_PERIOD_MICROS + " " + Confinement.CPU_PERIOD_MICROS);
            Files.writeString(group.resolve("pids.max"), Long.toString(bounds.processes()));
            return new ControlGroup(
                    "/" + mounted.relativize(group),
                    List.of(group),
                    group.resolve("cpu.stat"),
                    group.resolve("memory.events"),
                    () -> isFull(group),
                    group.resolve("cgroup.procs"));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "make the control group " + group, e);
        }
    }

    /** Such events are counted where the limit is; kills also below it. */
    private static boolean isFull(Path group) {
        return OUT_OF_MEMORY
                .matcher(ControlGroup.read(group.resolve("memory.events")).orElse(""))
                .find();
    }

    @Override
    public List<Path> of(String owner) {
        return List.of(top.resolve(PARENT).resolve(owner));
    }

    @Override
    public Path mounted() {
        return mounted;
    }

    @Override
    public String version() {
        return "2";
    }

    /** Only the machine's own group, which alone has no type, may hand down and have processes; a container's top may not. */
    private void makeRoom() throws IOException {
        if (Files.notExists(top.resolve("cgroup.type"))) {
            return;
        }
        Path callers = Files.createDirectories(top.resolve(CALLERS)).resolve("cgroup.procs");
        for (String process : Files.readAllLines(top.resolve("cgroup.procs"))) {
            try {
                Files.writeString(callers, process);
            } catch (IOException e) {
                if (Files.exists(Path.of("/proc", process))) {
                    throw e;
                }
            }
        }
    }
}
