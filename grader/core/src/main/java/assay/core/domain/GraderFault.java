package assay.core.domain;

/** We broke: becomes an {@code IE}, is retried and never costs a student anything. */
public final class GraderFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What of ours broke, so that failures can be counted. */
    public enum Code {
        ENGINE,
        IMAGE,
        SANDBOX,
        GOLDEN,
        STORAGE,
        REPORT
    }

    private final Code code;

    /**
     * @param attempt what was tried, e.g. {@code start a container}
     * @param reason why it failed
     */
    public GraderFault(Code code, String attempt, String reason) {
        super(message(attempt, reason));
        this.code = code;
    }

    public GraderFault(Code code, String attempt, Throwable cause) {
        super(message(attempt, cause.getMessage() == null ? cause.toString() : cause.getMessage()), cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** What was tried and why it failed. */
    public String explanation() {
        return String.valueOf(getMessage());
    }

    private static String message(String attempt, String reason) {
        return "Tried to " + attempt + " but failed because " + reason;
    }
}
