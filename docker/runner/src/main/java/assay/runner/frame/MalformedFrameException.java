package assay.runner.frame;

/**
 * What came is no frame. No {@link java.io.IOException}, so that nobody takes what a stranger wrote for a broken pipe.
 */
public final class MalformedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    MalformedFrameException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static MalformedFrameException malformed(String message) {
        return new MalformedFrameException(Reason.MALFORMED, message);
    }

    static MalformedFrameException tooLong(String message) {
        return new MalformedFrameException(Reason.TOO_LONG, message);
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** Tells an honest frame that is too big from nonsense. */
    public enum Reason {
        /** Its form is right as far as it was read, but it holds more than the reader takes. */
        TOO_LONG,
        MALFORMED
    }
}
