package assay.sandbox.session;

import assay.runner.frame.FromRunner;
import java.time.Duration;

/**
 * What a watched runner did next.
 */
sealed interface Watched {
    /**
     * It said something.
     *
     * @param wall since the call was made, or since it started
     */
    record Said(FromRunner frame, Duration wall) implements Watched {}

    /** It ended or went over a limit. */
    record Died(Death how, Duration wall) implements Watched {}
}
