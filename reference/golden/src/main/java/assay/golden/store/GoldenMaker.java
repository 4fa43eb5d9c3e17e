package assay.golden.store;

import assay.core.port.GoldenCase;

/** Computes goldens. */
@FunctionalInterface
interface GoldenMaker {
    /** @throws assay.core.domain.GraderFault if it cannot */
    GoldenCase make(GoldenRequest request);
}
