package assay.sandbox.oci;

import assay.core.port.Sandbox;
import assay.sandbox.image.RootFolders;
import assay.sandbox.session.JailedSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The sandbox over an OCI runtime: one container for each session, used once, and a few warm ones for compilers. */
public final class OciSandbox {
    private OciSandbox() {}

    /** Why this machine or user cannot do it; empty where they can. */
    public static Optional<String> problem() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("this machine has no Linux kernel of its own; what helps: --sandbox docker");
        }
        return isRoot()
                ? Optional.empty()
                : Optional.of("it takes root to set limits that hold; what helps: sudo, or --sandbox docker");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Also removes what an earlier process of this machine left behind, if it is gone.
     *
     * @throws assay.core.domain.GraderFault if this machine cannot do it; says why
     */
    public static Sandbox open(RootFolders roots, OciSettings settings) {
        OciContainers containers = OciContainers.open(roots, settings.runtime());
        return new JailedSandbox(new OciJails(containers), settings.ahead());
    }
}
