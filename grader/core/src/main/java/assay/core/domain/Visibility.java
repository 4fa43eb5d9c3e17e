package assay.core.domain;

/** Who may see what a case is made of. */
public enum Visibility {
    /** Seed, inputs and golden are published with the starter. */
    PUBLIC,
    /** Drawn from the installation's secret; a student sees what the assignment's feedback allows. */
    HIDDEN
}
