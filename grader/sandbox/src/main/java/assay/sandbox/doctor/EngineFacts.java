package assay.sandbox.doctor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an engine says of itself.
 *
 * @param cgroups version and driver, e.g. {@code 2, systemd}
 * @param limits what it can limit
 * @param security its options, e.g. {@code name=seccomp,profile=default}
 * @param programs versions by name: docker, containerd, runc, kernel; those that it does not tell are missing
 * @param isHere whether it runs on this machine
 */
record EngineFacts(
        String version,
        String api,
        String endpoint,
        Set<String> runtimes,
        String cgroups,
        Set<Limit> limits,
        List<String> security,
        Map<String, String> programs,
        boolean isHere) {
    EngineFacts {
        requireNonNull(version, "version is null");
        requireNonNull(api, "api is null");
        requireNonNull(endpoint, "endpoint is null");
        runtimes = Set.copyOf(runtimes);
        requireNonNull(cgroups, "cgroups is null");
        limits = Set.copyOf(limits);
        security = List.copyOf(security);
        programs = Map.copyOf(programs);
    }

    boolean hasSecurity(String name) {
        return security.stream().anyMatch(option -> option.startsWith("name=" + name));
    }

    /** All of it, always in the same order. */
    List<String> lines() {
        return List.of(
                version,
                api,
                endpoint,
                String.join(" ", new TreeSet<>(runtimes)),
                cgroups,
                new TreeSet<>(limits).toString(),
                String.join(" ", new TreeSet<>(security)),
                new TreeMap<>(programs).toString());
    }

    /** What the kernel can hold a container to. */
    enum Limit {
        MEMORY("memory limit"),
        SWAP("swap limit"),
        PROCESSES("process limit"),
        CPU("processor quota");

        private final String words;

        Limit(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
