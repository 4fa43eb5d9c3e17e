package assay.e2e;

import assay.core.port.Sandbox;
import assay.sandbox.process.ProcessSandbox;
import org.junit.jupiter.api.Tag;

/** The sample classes in child processes: the same verdicts without Docker. */
@Tag("slow")
class ProcessSamplesTest extends SampleClassTest {
    @Override
    Sandbox sandbox() {
        return ProcessSandbox.open();
    }
}
