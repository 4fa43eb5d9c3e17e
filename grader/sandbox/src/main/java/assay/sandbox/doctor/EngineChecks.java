package assay.sandbox.doctor;

import assay.sandbox.doctor.EngineFacts.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** From what an engine says to what is good and bad about it; nothing is asked. */
final class EngineChecks {
    /** In the order in which they rest on each other. */
    private static final List<String> PROGRAMS = List.of("docker", "containerd", "runc", "kernel");

    private EngineChecks() {}

    static List<Check> of(EngineFacts facts, String runtime) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok("Docker engine", facts.version() + " (API " + facts.api() + ") at " + facts.endpoint()));
        checks.add(runtime(facts, runtime));
        checks.add(Check.ok("control groups", "version " + facts.cgroups()));
        Arrays.stream(Limit.values()).map(limit -> limit(facts, limit)).forEach(checks::add);
        checks.add(
                facts.hasSecurity("seccomp")
                        ? Check.ok("seccomp", "known to the engine")
                        : Check.fail(
                                "seccomp", "off: containers may call all of the kernel", "use an engine with seccomp"));
        checks.add(users(facts));
        checks.addAll(holes(facts, runtime));
        return checks;
    }

    private static Check runtime(EngineFacts facts, String runtime) {
        String known = String.join(", ", new TreeSet<>(facts.runtimes()));
        return facts.runtimes().contains(runtime)
                ? Check.ok("container runtime", runtime + ", of " + known)
                : Check.fail("container runtime", "no " + runtime + " among " + known, "choose with --runtime");
    }

    private static List<Check> holes(EngineFacts facts, String runtime) {
        boolean gvisor = runtime.startsWith("runsc"); // stands between a container and both of the others
        PackageChangelog changelog = PackageChangelog.ofThisMachine(facts.programs());
        return PROGRAMS.stream()
                .filter(facts.programs()::containsKey)
                .filter(program -> !gvisor || !Set.of("runc", "kernel").contains(program))
                .flatMap(program -> KnownHoles.checks(
                        program,
                        facts.programs().getOrDefault(program, ""),
                        facts.hasSecurity("seccomp"),
                        (name, hole) -> facts.isHere() && changelog.mended(name, hole))
                        .stream())
                .toList();
    }

    private static Check limit(EngineFacts facts, Limit limit) {
        if (facts.limits().contains(limit)) {
            return Check.ok(limit.words(), "kept by the kernel");
        }
        return limit == Limit.SWAP
                ? Check.warn(
                        limit.words(),
                        "not kept: a memory bomb may use the machine's swap",
                        "swapoff -a, or boot with swapaccount=1")
                : Check.fail(
                        limit.words(),
                        "not kept by this kernel or engine",
                        "use control groups version 2, and delegate them to a rootless engine");
    }

    private static Check users(EngineFacts facts) {
        if (facts.hasSecurity("rootless")) {
            return Check.ok("user space", "the engine runs without root");
        }
        return facts.hasSecurity("userns")
                ? Check.ok("user space", "containers have users of their own")
                : Check.ok("user space", "containers share the machine's; ours run as number 65532, without rights");
    }
}
