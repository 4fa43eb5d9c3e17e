package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.net.WebAnswer;
import assay.server.outbox.RetryAfter;
import java.time.Duration;
import java.time.Instant;

/** What an answer to an event means. */
public sealed interface SendOutcome {
    record Delivered() implements SendOutcome {}

    /** @param asked how long the receiver wants to be left alone; zero if it did not say */
    record Retry(Duration asked) implements SendOutcome {
        public Retry {
            requireNonNull(asked, "asked is null");
        }
    }

    /** The receiver is gone, or we may not ask there: no later event is sent either. */
    record Disable() implements SendOutcome {}

    /** Only 2xx is success; a redirection would take the event, with its signature, to somebody else. */
    static SendOutcome of(WebAnswer answer, Instant now) {
        return switch (answer) {
            case WebAnswer.Forbidden _ -> new Disable();
            case WebAnswer.Failed _ -> new Retry(Duration.ZERO);
            case WebAnswer.Answered answered -> {
                if (answered.isSuccess()) {
                    yield new Delivered();
                }
                yield answered.status() == 410
                        ? new Disable()
                        : new Retry(answered.header("retry-after")
                                .map(header -> RetryAfter.of(header, now))
                                .orElse(Duration.ZERO));
            }
        };
    }
}
