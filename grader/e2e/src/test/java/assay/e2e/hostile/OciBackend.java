package assay.e2e.hostile;

import assay.core.port.Sandbox;
import assay.sandbox.oci.OciSandbox;
import assay.sandbox.oci.OciSettings;
import assay.sandbox.testing.ReadyRoots;

/** Containers without an engine, by that runtime. */
record OciBackend(String runtime, boolean all) implements Backend {
    /** A few of each kind. */
    private static final String SUBSET =
            "(twin-plain|twin-ten-threads|twin-temporary-file|twin-prints|A01-endless-loop|A03-sleep|A06-huge-array"
                    + "|A08-arena|A11-fork-bomb|A12-threads|A15-recursion|A16-printing|A18-full-folder|A20-crash"
                    + "|B01-network|B02-reads-secrets|B02-rights|B03-writes-everywhere|B08-linker|B10-.*|B11-.*"
                    + "|C01-exit-0|C01-exit-in-background|C02-closes-streams|C03-.*|C05-harness-by-its-loader|C17-burns-on"
                    + "|D01-.*|D04-zeros|D05-nan|D06-corrupt-tensor|F02-plugin|F03-bad-list|F15-markup|G04-forged-answer"
                    + "|G12-exit-137)";

    @Override
    public Sandbox open() {
        return OciSandbox.open(ReadyRoots.get(), new OciSettings(runtime, 1));
    }

    @Override
    public HostWatch watch() {
        return new RuntimeWatch();
    }

    @Override
    public boolean takes(HostileCase one) {
        return all || one.id().matches(SUBSET);
    }
}
