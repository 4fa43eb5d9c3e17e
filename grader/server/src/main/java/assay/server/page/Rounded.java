package assay.server.page;

import assay.core.report.text.Words;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Lengths of time that nothing depends on, to the second once there are ten of them. */
public final class Rounded {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private Rounded() {}

    public static String words(Duration length) {
        return Words.duration(length.compareTo(TEN_SECONDS) < 0 ? length : length.truncatedTo(ChronoUnit.SECONDS));
    }
}
