package assay.sandbox.oci;

import assay.sandbox.jail.Bounds;
import assay.sandbox.jail.Confinement;
import assay.sandbox.jail.SeccompProfile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lock on a container, as the runtime reads it: {@code config.json} of the OCI's runtime specification. It says what
 * {@code docker.ContainerSpec} says to the engine, and what the engine adds by itself.
 */
final class ContainerConfig {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** As Docker has them: what tells of the machine, or of other containers, by the kernel's files. */
    private static final List<String> MASKED = List.of(
            "/proc/acpi",
            "/proc/asound",
            "/proc/interrupts",
            "/proc/kcore",
            "/proc/keys",
            "/proc/latency_stats",
            "/proc/sched_debug",
            "/proc/scsi",
            "/proc/timer_list",
            "/proc/timer_stats");

    private static final List<String> READ_ONLY =
            List.of("/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger");

    private static final List<String> NAMESPACES = List.of("pid", "network", "ipc", "uts", "mount", "cgroup");

    private final JsonNode seccomp = JSON.readTree(SeccompProfile.ours().json());

    /** @param users whom the container's users are outside; empty where they are the same */
    String json(Cell cell, ControlGroup group, Optional<UserMap> users) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("ociVersion", "1.0.2");
        config.put("process", process(cell));
        config.put("root", Map.of("path", cell.root().toString(), "readonly", true));
        config.put("hostname", Confinement.HOST_NAME);
        config.put("mounts", mounts(cell));
        config.put("linux", linux(cell, group, users));
        return JSON.writeValueAsString(config);
    }

    private static Map<String, Object> process(Cell cell) {
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("terminal", false);
        process.put("user", Map.of("uid", Confinement.USER, "gid", Confinement.USER));
        process.put("args", cell.command());
        process.put("env", cell.environment());
        process.put("cwd", Confinement.WORKING_FOLDER);
        process.put(
                "capabilities",
                Map.of(
                        "bounding", List.of(),
                        "effective", List.of(),
                        "inheritable", List.of(),
                        "permitted", List.of(),
                        "ambient", List.of()));
        process.put(
                "rlimits",
                List.of(
                        limit("RLIMIT_NOFILE", cell.bounds().openFiles()),
                        limit("RLIMIT_FSIZE", cell.bounds().fileBytes()),
                        limit("RLIMIT_CORE", 0)));
        process.put("noNewPrivileges", true);
        process.put("oomScoreAdj", Confinement.OOM_SCORE);
        return process;
    }

    private static Map<String, Object> limit(String type, long value) {
        return Map.of("type", type, "hard", value, "soft", value);
    }

    /** No /sys, no queues and no shared memory: nothing in there is of use to a network or its kernels. */
    private static List<Map<String, Object>> mounts(Cell cell) {
        Stream<Map<String, Object>> always = Stream.of(
                mount("/proc", "proc", "nosuid", "noexec", "nodev"),
                mount("/dev", "tmpfs", "nosuid", "noexec", "strictatime", "mode=755", "size=64k", "nr_inodes=64"),
                mount(
                        Confinement.WORKING_FOLDER,
                        "tmpfs",
                        Stream.concat(
                                        Arrays.stream(
                                                cell.bounds().workingFolder().split(",", -1)),
                                        Stream.of("mode=1777"))
                                .toArray(String[]::new)));
        return Stream.concat(
                        always, cell.shown().entrySet().stream().map(shown -> shown(shown.getKey(), shown.getValue())))
                .toList();
    }

    private static Map<String, Object> shown(String destination, Path source) {
        return Map.of(
                "destination",
                destination,
                "type",
                "bind",
                "source",
                source.toString(),
                "options",
                List.of("bind", "ro", "nosuid", "noexec", "nodev"));
    }

    private static Map<String, Object> mount(String destination, String type, String... options) {
        return Map.of("destination", destination, "type", type, "source", type, "options", List.of(options));
    }

    private Map<String, Object> linux(Cell cell, ControlGroup group, Optional<UserMap> users) {
        Map<String, Object> linux = new LinkedHashMap<>();
        linux.put("cgroupsPath", group.path());
        linux.put("resources", resources(cell));
        linux.put(
                "namespaces",
                Stream.concat(NAMESPACES.stream(), users.stream().map(_ -> "user"))
                        .map(type -> Map.of("type", type))
                        .toList());
        users.ifPresent(map -> {
            linux.put("uidMappings", mappings(map.users()));
            linux.put("gidMappings", mappings(map.groups()));
        });
        linux.put("seccomp", seccomp);
        linux.put("maskedPaths", MASKED);
        linux.put("readonlyPaths", READ_ONLY);
        linux.put("rootfsPropagation", "private");
        return linux;
    }

    private static List<Map<String, Object>> mappings(List<UserMap.Range> ranges) {
        return ranges.stream().map(UserMap.Range::mapping).toList();
    }

    /** The same that the group has already, so that a runtime that sets the limits anew sets these. */
    private static Map<String, Object> resources(Cell cell) {
        Bounds bounds = cell.bounds();
        long memory = cell.memory().bytes();
        return Map.of(
                "memory", Map.of("limit", memory, "swap", memory),
                "cpu",
                        Map.of(
                                "quota",
                                bounds.processors() * Confinement.CPU_PERIOD_MICROS,
                                "period",
                                Confinement.CPU_PERIOD_MICROS),
                "pids", Map.of("limit", bounds.processes()),
                "devices", List.of(Map.of("allow", false, "access", "rwm")));
    }
}
