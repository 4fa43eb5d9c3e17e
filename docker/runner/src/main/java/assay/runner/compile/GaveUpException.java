package assay.runner.compile;

/** A submission was too much for javac: out of memory, out of stack, or a crash. */
public final class GaveUpException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String summary;

    /** From javac's last words, which name an exception or error. */
    GaveUpException(String lastWords) {
        super(lastWords);
        this.summary = "the compiler gave up: " + reason(lastWords);
    }

    /** One sentence to the student. */
    String summary() {
        return summary;
    }

    /** Only the wording hangs on it, so that nothing is gained by making javac say another. */
    private static String reason(String lastWords) {
        if (lastWords.contains("OutOfMemoryError")) {
            return "the program takes more memory to compile than there is";
        }
        return lastWords.contains("StackOverflowError")
                ? "an expression or type is nested too deeply"
                : "javac itself failed on the program";
    }
}
