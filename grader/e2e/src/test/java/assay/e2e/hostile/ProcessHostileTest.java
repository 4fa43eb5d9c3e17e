package assay.e2e.hostile;

import assay.core.port.Sandbox;
import assay.sandbox.process.ProcessSandbox;

/** Those attacks in child processes that can do no harm without a wall around them. */
final class ProcessHostileTest extends HostileCorpusTest {
    ProcessHostileTest() {
        super(new Processes());
    }

    private static final class Processes implements Backend {
        @Override
        public Sandbox open() {
            return ProcessSandbox.open();
        }

        @Override
        public HostWatch watch() {
            return new ProcessWatch();
        }

        @Override
        public boolean takes(HostileCase one) {
            return one.expected().onHost();
        }
    }
}
