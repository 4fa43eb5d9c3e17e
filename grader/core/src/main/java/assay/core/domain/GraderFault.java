package assay.core.domain;

import java.nio.file.FileSystemException;

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
        super(message(attempt, reason(cause)), cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** What was tried and why it failed. */
    public String explanation() {
        return String.valueOf(getMessage());
    }

    /** A file that is not there has a message that is its path alone. */
    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        boolean pathAlone = cause instanceof FileSystemException file && file.getReason() == null;
        return message == null || pathAlone ? cause.toString() : message;
    }

    private static String message(String attempt, String reason) {
        return "Tried to " + attempt + " but failed because " + reason;
    }
}
