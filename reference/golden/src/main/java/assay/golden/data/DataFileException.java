package assay.golden.data;

/** A data file is not what it should be; the message names file and offset. */
public final class DataFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public DataFileException(String message) {
        super(message);
    }

    static DataFileException at(String file, long offset, String what) {
        return new DataFileException("%s, byte %d: %s".formatted(file, offset, what));
    }

    /** The message, which there always is. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
