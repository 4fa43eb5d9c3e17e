package assay.trainer;

import java.io.IOException;

/** Nobody hears what is said any more; passes through a student's loop, which cannot know of it. */
final class HostGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final IOException ioException;

    HostGoneException(IOException cause) {
        super(cause);
        this.ioException = cause;
    }

    IOException ioException() {
        return ioException;
    }
}
