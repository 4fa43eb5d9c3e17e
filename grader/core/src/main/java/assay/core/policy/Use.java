package assay.core.policy;

/**
 * Something that a method names, at a line of its source.
 *
 * @param owner class, e.g. {@code java.lang.Runtime}; for texts, the class that they would name
 * @param member method or field; the text itself for texts; empty for classes
 * @param descriptor of a method; empty for all else
 * @param line from 1; 0 where the class file does not say
 */
record Use(Kind kind, String owner, String member, String descriptor, int line) {
    /** How it is named. */
    enum Kind {
        CALL,
        FIELD,
        NEW,
        TYPE,
        TEXT,
        /** A call that looks up a class by a name that is not written down. */
        COMPUTED_NAME,
        /** A call that looks up a method or field by a name that is not written down, or all of them. */
        COMPUTED_MEMBER
    }
}
