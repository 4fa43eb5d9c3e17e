package assay.e2e.hostile;

import assay.core.port.Sandbox;
import assay.sandbox.docker.DockerSandbox;
import assay.sandbox.docker.DockerSettings;
import assay.sandbox.testing.ReadyEngine;
import org.junit.jupiter.api.Tag;

/** The corpus in containers of the engine with runc, as a teacher grades. */
@Tag("docker")
final class DockerHostileTest extends HostileCorpusTest {
    DockerHostileTest() {
        super(new Containers());
    }

    private static final class Containers implements Backend {
        @Override
        public Sandbox open() {
            return DockerSandbox.open(ReadyEngine.get(), ReadyEngine.images(), DockerSettings.DEFAULT);
        }

        @Override
        public HostWatch watch() {
            return new ContainerWatch(ReadyEngine.get());
        }

        @Override
        public boolean takes(HostileCase one) {
            return true;
        }
    }
}
