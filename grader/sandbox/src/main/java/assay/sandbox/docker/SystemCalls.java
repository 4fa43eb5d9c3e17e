package assay.sandbox.docker;

import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
import assay.sandbox.jail.SeccompProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether and by whom the system calls of containers are filtered. */
final class SystemCalls {
    private static final String SECCOMP = "name=seccomp";

    /** Those that let the machine's kernel filter. gVisor answers all calls itself, and takes no filter. */
    private static final Set<String> OF_THE_KERNEL = Set.of("runc", "crun", "io.containerd.runc.v2");

    private SystemCalls() {}

    /** What the engine is given; nothing where it cannot filter, since it would refuse the container then. */
    static Optional<SeccompProfile> filter(Engine engine) {
        try {
            List<String> security = engine.client().infoCmd().exec().getSecurityOptions();
            return security != null && security.stream().anyMatch(option -> option.startsWith(SECCOMP))
                    ? Optional.of(SeccompProfile.ours())
                    : Optional.empty();
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "ask the engine whether it filters system calls", e);
        }
    }

    /** Whether {@link SeccompProfile#KILLED} as an exit code says that something outside killed the container. */
    static boolean tellsKills(Optional<SeccompProfile> filter, String runtime) {
        return filter.isPresent() && OF_THE_KERNEL.contains(runtime);
    }
}
