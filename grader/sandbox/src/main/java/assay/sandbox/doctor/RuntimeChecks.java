package assay.sandbox.doctor;

import assay.core.domain.GraderFault;
import assay.core.port.Sandbox;
import assay.sandbox.oci.OciSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is good and bad about a machine that makes containers by a runtime's own command, without an engine. */
public final class RuntimeChecks {
    private RuntimeChecks() {}

    /**
     * Examines runtime, rights and a container, in the order in which they are worth reading.
     *
     * @param sandboxes opens one that starts nothing ahead; called where nothing is in the way
     */
    public static List<Check> examine(Supplier<Sandbox> sandboxes) {
        List<Check> checks = new ArrayList<>();
        checks.add(Doctor.java(Runtime.version().feature(), Path.of(System.getProperty("java.home"))));
        OciSandbox.obstacle()
                .map(obstacle -> Check.fail("containers", obstacle.why(), obstacle.remedy()))
                .ifPresentOrElse(checks::add, () -> checks.addAll(examined(sandboxes)));
        return List.copyOf(checks);
    }

    private static List<Check> examined(Supplier<Sandbox> sandboxes) {
        List<Check> checks = new ArrayList<>();
        try (Sandbox sandbox = sandboxes.get()) {
            checks.addAll(of(sandbox.description()));
            checks.addAll(LockCheck.of(sandbox));
        } catch (GraderFault e) {
            checks.add(Check.fail("containers", e.explanation(), ""));
        }
        return checks;
    }

    /** From what a sandbox says of itself; nothing is asked. */
    static List<Check> of(Map<String, String> description) {
        String runtime = description.getOrDefault("runtime", "");
        boolean gvisor = runtime.startsWith("runsc"); // stands between a container and the kernel
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok("container runtime", runtime + " " + description.getOrDefault("runtime.version", "")));
        checks.add(Check.ok("control groups", "version " + description.getOrDefault("cgroups", "")));
        checks.add(
                description.getOrDefault("rights", "").equals("user")
                        ? Check.ok("rights", "no root: what sets a container up has yours, a submission has none")
                        : Check.ok("rights", "root sets a container up; a submission has none"));
        if (!gvisor) {
            checks.add(users(description.getOrDefault("users", "")));
            Map<String, String> programs = Map.of(
                    "runc", description.getOrDefault("runtime.version", ""),
                    "kernel", KernelVersion.here(System.getProperty("os.version", "")));
            PackageChangelog changelog = PackageChangelog.ofThisMachine(programs);
            List.of("runc", "kernel")
                    .forEach(program -> checks.addAll(
                            KnownHoles.checks(program, programs.getOrDefault(program, ""), true, changelog::mended)));
        }
        return checks;
    }

    /** gVisor makes its own. */
    private static Check users(String whose) {
        return whose.equals(OciSandbox.USERS_OF_THEIR_OWN)
                ? Check.ok("users of a container", "nobody's, and no other container's")
                : Check.warn(
                        "users of a container",
                        "the machine's: the root file systems lie where a number of nobody may not go",
                        "as root, let others pass through the folders down to them: chmod o+x");
    }
}
