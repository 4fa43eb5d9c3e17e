package assay.sandbox.doctor;

import assay.sandbox.doctor.EngineFacts.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From what an engine says to what is good and bad about it; nothing is asked. */
final class EngineChecks {
    private static final Pattern VERSION = Pattern.compile("^(\\d+)\\.(\\d+)\\.(\\d+)");

    /** The first without CVE-2024-21626, by which an image or a working folder led out of its container. */
    private static final List<Integer> RUNC_WITHOUT_LEAK = List.of(1, 1, 12);

    private EngineChecks() {}

    static List<Check> of(EngineFacts facts, String runtime) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok("Docker engine", facts.version() + " (API " + facts.api() + ") at " + facts.endpoint()));
        checks.add(runtime(facts, runtime));
        if (!facts.runc().isEmpty()) {
            checks.add(runc(facts.runc()));
        }
        checks.add(Check.ok("control groups", "version " + facts.cgroups()));
        Arrays.stream(Limit.values()).map(limit -> limit(facts, limit)).forEach(checks::add);
        checks.add(
                facts.hasSecurity("seccomp")
                        ? Check.ok("seccomp", "on")
                        : Check.fail(
                                "seccomp", "off: containers may call all of the kernel", "use an engine with seccomp"));
        checks.add(users(facts));
        return checks;
    }

    private static Check runtime(EngineFacts facts, String runtime) {
        String known = String.join(", ", new TreeSet<>(facts.runtimes()));
        return facts.runtimes().contains(runtime)
                ? Check.ok("container runtime", runtime + ", of " + known)
                : Check.fail("container runtime", "no " + runtime + " among " + known, "choose with --runtime");
    }

    private static Check runc(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.find()) {
            return Check.warn("runc", "of unknown version " + version, "");
        }
        for (int i = 0; i < RUNC_WITHOUT_LEAK.size(); i++) {
            int number = Integer.parseInt(matcher.group(i + 1));
            if (number != RUNC_WITHOUT_LEAK.get(i)) {
                return number > RUNC_WITHOUT_LEAK.get(i)
                        ? Check.ok("runc", version)
                        : Check.warn(
                                "runc",
                                version + " is older than 1.1.12, which mended CVE-2024-21626",
                                "make sure that your distribution has mended it too, as Debian has");
            }
        }
        return Check.ok("runc", version);
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
            return Check.ok("users", "the engine runs without root");
        }
        return facts.hasSecurity("userns")
                ? Check.ok("users", "containers have users of their own")
                : Check.ok("users", "containers share the machine's; ours run as number 65532, without rights");
    }
}
