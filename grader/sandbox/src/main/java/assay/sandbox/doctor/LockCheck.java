package assay.sandbox.doctor;

import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.port.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lock on a container as it really is: what {@link Spy} found in one, held against what should be. */
final class LockCheck {
    private static final Map<String, String> LOCKED = Map.of(
            "CapEff", "0000000000000000",
            "CapBnd", "0000000000000000",
            "NoNewPrivs", "1",
            "Uid", "65532",
            "Interfaces", "1",
            "Root", "closed");

    /** Of a kernel that is not Linux's own, some are missing. */
    private static final Set<String> OF_LINUX = Set.of("NoNewPrivs", "CapBnd");

    private final String report;

    private LockCheck(String report) {
        this.report = report;
    }

    static List<Check> of(Sandbox sandbox) {
        return of(() -> Spy.report(sandbox));
    }

    static List<Check> of(Supplier<String> spy) {
        try {
            return found(spy.get());
        } catch (GraderFault e) {
            return List.of(Check.fail("a container", e.explanation(), ""));
        }
    }

    static List<Check> found(String report) {
        LockCheck lock = new LockCheck(report);
        if (lock.value("CapEff").isEmpty() || lock.value("Root").isEmpty()) {
            return List.of(Check.fail("a container", "the spy in it did not come back with a report", ""));
        }
        List<Check> checks = new ArrayList<>(List.of(lock.rights(), lock.systemCalls(), lock.users()));
        lock.limit("memory in it", "Memory", Limits.DEFAULT.memory().bytes()).ifPresent(checks::add);
        lock.limit("processes in it", "Processes", 1000).ifPresent(checks::add);
        return checks;
    }

    private Check rights() {
        String open = LOCKED.entrySet().stream()
                .filter(lock -> !gvisor() || !OF_LINUX.contains(lock.getKey()))
                .filter(lock -> !value(lock.getKey()).equals(Optional.of(lock.getValue())))
                .map(lock -> lock.getKey() + " is " + value(lock.getKey()).orElse("missing"))
                .sorted()
                .collect(Collectors.joining(", "));
        return open.isEmpty()
                ? Check.ok("a container", "no capability, no new privileges, user 65532, no network, a closed root")
                : Check.fail("a container", "not locked as it should be: " + open, "use another engine or runtime");
    }

    private Check systemCalls() {
        if (gvisor()) {
            return Check.ok("system calls", "answered by gVisor, not by this machine's kernel; our filter is not used");
        }
        boolean filtered = value("Seccomp").equals(Optional.of("2"));
        boolean ours = value("Locks").equals(Optional.of("refused"));
        if (filtered && ours) {
            return Check.ok("system calls", "filtered, by our own list");
        }
        return filtered
                ? Check.warn(
                        "system calls",
                        "filtered, but not by our list: a container can start processes and lock shared files",
                        "look for what replaces the profile that Assay gives")
                : Check.fail(
                        "system calls", "not filtered: all of the kernel can be called", "use an engine with seccomp");
    }

    private Check users() {
        boolean machines = value("UidMap").equals(Optional.of("0")) && matches("UidMap:\\s+0 0 4294967295");
        return machines
                ? Check.ok("users", "containers share the machine's; ours run as number 65532, which owns nothing")
                : Check.ok("users", "containers have a user space of their own");
    }

    /** As the control group says; nothing where the group is not to be seen from inside. */
    private Optional<Check> limit(String name, String line, long most) {
        return value(line).filter(found -> !found.equals("unknown")).map(found -> {
            boolean kept = found.matches("\\d{1,18}") && Long.parseLong(found) <= most;
            return kept
                    ? Check.ok(name, "limited to " + found)
                    : Check.fail(
                            name,
                            "not limited: " + found,
                            "use control groups, and delegate them to a rootless engine");
        });
    }

    /** gVisor has a kernel of its own, which does not say NoNewPrivs, and whose seccomp is outside. */
    private boolean gvisor() {
        return value("NoNewPrivs").isEmpty();
    }

    private Optional<String> value(String name) {
        Matcher line =
                Pattern.compile("^" + name + ":\\s+(\\S+)", Pattern.MULTILINE).matcher(report);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private boolean matches(String pattern) {
        return Pattern.compile("^" + pattern, Pattern.MULTILINE).matcher(report).find();
    }
}
