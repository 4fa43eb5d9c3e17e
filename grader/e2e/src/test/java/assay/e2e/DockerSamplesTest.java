package assay.e2e;

import assay.core.port.Sandbox;
import assay.sandbox.docker.DockerSandbox;
import assay.sandbox.docker.DockerSettings;
import assay.sandbox.testing.ReadyEngine;
import org.junit.jupiter.api.Tag;

/** The sample classes in containers, as a teacher grades them. */
@Tag("docker")
class DockerSamplesTest extends SampleClassTest {
    @Override
    Sandbox sandbox() {
        return DockerSandbox.open(ReadyEngine.get(), ReadyEngine.images(), DockerSettings.DEFAULT);
    }
}
