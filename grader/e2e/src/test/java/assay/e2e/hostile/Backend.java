package assay.e2e.hostile;

import assay.core.port.Sandbox;

/** Where the corpus runs. */
interface Backend {
    /** A sandbox as {@code assay grade} opens it; closed by whoever asked. */
    Sandbox open();

    /** What keeps an eye on the host meanwhile. */
    HostWatch watch();

    /** Whether that case can do no harm there. */
    boolean takes(HostileCase one);
}
