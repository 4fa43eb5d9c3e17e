package assay.e2e;

import assay.core.port.Sandbox;
import assay.sandbox.process.ProcessSandbox;

/** The sample classes in child processes: the same verdicts without Docker. */
class ProcessSamplesTest extends SampleClassTest {
    @Override
    Sandbox sandbox() {
        return ProcessSandbox.open();
    }
}
