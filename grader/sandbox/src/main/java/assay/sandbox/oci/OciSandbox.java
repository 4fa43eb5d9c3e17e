package assay.sandbox.oci;

import assay.core.port.Sandbox;
import assay.sandbox.image.RootFolders;
import assay.sandbox.session.JailedSandbox;
import java.util.Optional;

/** The sandbox over an OCI runtime: one container for each session, used once, and a few warm ones for compilers. */
public final class OciSandbox {
    /** In a description, of {@code users}. */
    public static final String USERS_OF_THEIR_OWN = "of each container's own";

    private OciSandbox() {}

    /** Why this machine or user cannot do it; empty where they can. */
    public static Optional<String> problem() {
        return obstacle().map(Obstacle::text);
    }

    /** The same in two halves. */
    public static Optional<Obstacle> obstacle() {
        return switch (Rights.ofThisProcess()) {
            case Rights.Claim.Granted _ -> Optional.empty();
            case Rights.Claim.Refused(Obstacle obstacle) -> Optional.of(obstacle);
        };
    }

    /** @throws assay.core.domain.GraderFault if this machine or user cannot do it; says why */
    public static void requirePossible() {
        Rights.require();
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
