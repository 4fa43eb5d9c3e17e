package assay.sandbox.docker;

import assay.core.port.Sandbox;
import assay.sandbox.contract.CompilerContract;
import assay.sandbox.contract.SandboxContract;
import assay.sandbox.testing.ReadyEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

@Tag("docker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DockerSandboxTest implements SandboxContract, CompilerContract {
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
        return DockerSandbox.open(ReadyEngine.get(), ReadyEngine.images(), DockerSettings.DEFAULT);
    }
}
