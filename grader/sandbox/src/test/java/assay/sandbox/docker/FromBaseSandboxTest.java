package assay.sandbox.docker;

import assay.core.port.Sandbox;
import assay.sandbox.contract.CompilerContract;
import assay.sandbox.contract.IsolationContract;
import assay.sandbox.contract.SandboxContract;
import assay.sandbox.image.ImageSource;
import assay.sandbox.image.Images;
import assay.sandbox.image.LocalBase;
import assay.sandbox.image.SandboxImages;
import assay.sandbox.testing.ReadyEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** The images from the Dockerfile keep the same promises. Its base is made here, as there may be no registry. */
@Tag("docker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FromBaseSandboxTest implements SandboxContract, CompilerContract, IsolationContract {
    private final Sandbox sandbox = another();

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Sandbox another() {
        return DockerSandbox.open(ReadyEngine.get(), images(), DockerSettings.DEFAULT);
    }

    private static Images images() {
        String base = LocalBase.ensure(ReadyEngine.get(), ReadyEngine.work());
        return new SandboxImages(ReadyEngine.get(), ReadyEngine.work(), progress -> {})
                .ensure(new ImageSource.FromBase(base));
    }
}
