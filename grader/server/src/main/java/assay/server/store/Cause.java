package assay.server.store;

/** Why a grading was asked for. */
public enum Cause {
    HAND_IN,
    REGRADE,
    /** A person has graded a text; nothing was run. */
    MARKED,
    /** Its student has it graded once more, beside what counts. */
    SELF_CHECK
}
