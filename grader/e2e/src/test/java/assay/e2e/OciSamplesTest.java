package assay.e2e;

import assay.core.port.Sandbox;
import assay.sandbox.oci.OciSandbox;
import assay.sandbox.oci.OciSettings;
import assay.sandbox.testing.ReadyRoots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** The sample classes in containers that no engine makes. */
@Tag("docker")
@EnabledIf(value = "possible", disabledReason = "it takes Linux, root and runc")
class OciSamplesTest extends SampleClassTest {
    static boolean possible() {
        return OciSandbox.problem().isEmpty()
                && Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin")
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "runc")));
    }

    /** The one with every kind of verdict: the containers differ from the engine's, and the kernels do not. */
    @Override
    Stream<String> assignments() {
        return Stream.of("cs5242-hw4");
    }

    @Override
    Sandbox sandbox() {
        return OciSandbox.open(ReadyRoots.get(), OciSettings.DEFAULT);
    }
}
