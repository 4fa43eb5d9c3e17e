package assay.server.store;

/** Why a grading was asked for. */
public enum Cause {
    HAND_IN,
    REGRADE
}
