package assay.sandbox.docker;

import assay.core.port.Sandbox;
import assay.sandbox.contract.CompilerContract;
import assay.sandbox.contract.SandboxContract;
import assay.sandbox.testing.ReadyEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Where the engine has gVisor, under the name that {@code -Dassay.test.gvisor=runsc} gives. */
@Tag("docker")
@EnabledIfSystemProperty(named = "assay.test.gvisor", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GvisorSandboxTest implements SandboxContract, CompilerContract {
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
        DockerSettings settings = new DockerSettings(System.getProperty("assay.test.gvisor"), 1);
        return DockerSandbox.open(ReadyEngine.get(), ReadyEngine.images(), settings);
    }
}
