package assay.sandbox.oci;

import assay.core.port.Sandbox;
import assay.sandbox.contract.CompilerContract;
import assay.sandbox.contract.SandboxContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where there is gVisor, under the name or path that {@code -Dassay.test.oci.gvisor=runsc} gives. */
@Tag("docker")
@ExtendWith(WhereOciWorks.class)
@EnabledIfSystemProperty(named = "assay.test.oci.gvisor", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OciGvisorTest implements SandboxContract, CompilerContract {
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
        return Oci.open(new OciSettings(System.getProperty("assay.test.oci.gvisor"), 1));
    }
}
