package assay.sandbox.process;

import assay.core.port.Sandbox;
import assay.sandbox.contract.CompilerContract;
import assay.sandbox.contract.SandboxContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProcessSandboxTest implements SandboxContract, CompilerContract {
    private final Sandbox sandbox = ProcessSandbox.open();

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
        return ProcessSandbox.open();
    }
}
