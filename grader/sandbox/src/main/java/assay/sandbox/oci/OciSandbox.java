package assay.sandbox.oci;

import assay.core.port.Sandbox;
import assay.sandbox.image.RootFolders;
import assay.sandbox.session.JailedSandbox;

/** The sandbox over an OCI runtime: one container for each session, used once, and a few warm ones for compilers. */
public final class OciSandbox {
    private OciSandbox() {}

    /**
     * Also removes what an earlier process of this machine left behind, if it is gone.
     *
     * @throws assay.core.domain.GraderFault if this machine cannot do it; says why
     */
    public static Sandbox open(RootFolders roots, OciSettings settings) {
        OciRuntime runtime = OciRuntime.find(settings.runtime());
        ControlGroups groups = ControlGroups.ofThisMachine();
        Home home = Home.claim(Home.BASE, groups);
        return new JailedSandbox(new OciJails(runtime, roots, groups, home), settings.ahead());
    }
}
