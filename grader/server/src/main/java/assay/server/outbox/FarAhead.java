package assay.server.outbox;

import static java.util.Objects.requireNonNull;

import assay.server.store.Store;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes due what waits for a time further ahead than anything ever waits: it was put there before a clock was set back, and
 * would be silent for as long as the clock was wrong.
 */
public final class FarAhead {
    private static final Logger logger = LoggerFactory.getLogger(FarAhead.class);

    /** The longest wait between two tries is a day and a tenth. */
    private static final Duration FURTHEST = Duration.ofDays(2);

    private static final List<String> WAITING = List.of(
            "update deliveries set next_at = :now where next_at > :latest",
            "update webhook_inbox set next_at = :now where next_at > :latest",
            "update lti_scores set next_at = :now where next_at > :latest",
            "update lti_links set item_next_at = :now where item_next_at > :latest");

    private final Store store;

    public FarAhead(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    /** @return how many that were */
    public int recall() {
        int recalled = store.write(tx -> WAITING.stream()
                .mapToInt(update -> tx.handle()
                        .createUpdate(update)
                        .bind("now", tx.now())
                        .bind("latest", tx.now().plus(FURTHEST))
                        .execute())
                .sum());
        if (recalled > 0) {
            logger.warn("{} deliveries waited for a time before which a clock was set back; they are due", recalled);
        }
        return recalled;
    }
}
