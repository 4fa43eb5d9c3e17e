package assay.sandbox.docker;

import assay.core.port.Sandbox;
import assay.sandbox.engine.Engine;
import assay.sandbox.image.Images;
import assay.sandbox.session.JailedSandbox;

/** The sandbox over containers: one for each session, used once, and a few warm ones for compilers. */
public final class DockerSandbox {
    private DockerSandbox() {}

    /**
     * Also removes what an earlier process of this machine left behind, if it is gone.
     *
     * @param engine not closed with the sandbox
     */
    public static Sandbox open(Engine engine, Images images, DockerSettings settings) {
        Owner owner = Owner.ofThisProcess(engine);
        new Leftovers(engine, owner).remove();
        return new JailedSandbox(new DockerJails(engine, images, settings, owner), settings.ahead());
    }
}
