package assay.core.lms;

/** Whose files these are. */
public enum LmsSystem {
    /** Nobody's in particular: one folder or one archive a student. */
    PLAIN("a folder of submissions"),
    MOODLE("Moodle"),
    CANVAS("Canvas"),
    GRADESCOPE("Gradescope");

    private final String words;

    LmsSystem(String words) {
        this.words = words;
    }

    /** As a sentence names it. */
    public String words() {
        return words;
    }
}
