package assay.sandbox.docker;

import assay.core.port.Sandbox;
import assay.sandbox.contract.IsolationContract;
import assay.sandbox.testing.ReadyEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

@Tag("docker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DockerIsolationTest implements IsolationContract {
    private final Sandbox sandbox = DockerSandbox.open(ReadyEngine.get(), ReadyEngine.images(), DockerSettings.DEFAULT);

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }
}
