package assay.core.intake;

import java.io.IOException;

/**
 * Ends the reading of one submission from deep inside a stream; becomes an {@link Intake.Refused} and never leaves this
 * package. An {@link IOException}, so that it passes through the libraries' streams.
 */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason one or two sentences to the student */
    Refusal(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** A refusal costs nothing, however many of them hostile archives cause. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
