package assay.core.port;

import assay.core.domain.Limits;
import java.time.Duration;

/** For how long calls go on for which a sandbox is made; what a call answers does not depend on it. */
public enum Pace {
    /**
     * For calls that are over soon, as nearly all are: what the JVM compiles it compiles quickly and once. A call that
     * takes a second of processor time is ended, to be made again where it may take longer.
     */
    BRIEF,
    /** For calls that go on up to their limits, and for those whose speed counts: what they repeat is made fast in time. */
    LASTING;

    private static final Duration BRIEFLY = Duration.ofSeconds(1);

    /** Those of a call in such a sandbox, where the submission's are these. */
    public Limits within(Limits limits) {
        return switch (this) {
            case BRIEF ->
                new Limits(
                        limits.compile(),
                        limits.caseCpu().compareTo(BRIEFLY) < 0 ? limits.caseCpu() : BRIEFLY,
                        limits.caseWall(),
                        limits.memory(),
                        limits.output());
            case LASTING -> limits;
        };
    }
}
