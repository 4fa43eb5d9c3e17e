package assay.sandbox.oci;

import assay.core.port.Sandbox;
import assay.sandbox.testing.ReadyRoots;

/** What the tests of this package share. */
final class Oci {
    private Oci() {}

    /** Of whoever runs the tests. */
    static Rights rights() {
        return Rights.require();
    }

    static Sandbox open(OciSettings settings) {
        return OciSandbox.open(ReadyRoots.get(), settings);
    }
}
