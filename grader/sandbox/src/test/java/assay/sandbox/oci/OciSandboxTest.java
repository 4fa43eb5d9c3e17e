package assay.sandbox.oci;

import assay.core.port.Sandbox;
import assay.sandbox.contract.CompilerContract;
import assay.sandbox.contract.IsolationContract;
import assay.sandbox.contract.SandboxContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Without an engine the same promises hold. */
@Tag("docker")
@ExtendWith(WhereOciWorks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OciSandboxTest implements SandboxContract, CompilerContract, IsolationContract {
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
        return Oci.open(OciSettings.DEFAULT);
    }
}
