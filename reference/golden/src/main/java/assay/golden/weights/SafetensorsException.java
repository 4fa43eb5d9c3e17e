package assay.golden.weights;

/** A file is not what safetensors or the grader allows; the message is a sentence without its end. */
public final class SafetensorsException extends Exception {
    private static final long serialVersionUID = 1L;

    SafetensorsException(String message) {
        super(message);
    }

    /** The message, which there always is. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
