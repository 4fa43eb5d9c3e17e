package assay.runner.frame;

/** Why a call gave nothing; each is a verdict on the student's code, none a fault of the runner. */
public enum Failure {
    /** No class implements the kernel in that form. */
    MISSING,
    /** Several classes implement the kernel in that form. */
    AMBIGUOUS,
    /** The class cannot be made: no constructor without parameters, or abstract. */
    NOT_INSTANTIABLE,
    /** Null was returned. */
    RETURNED_NULL,
    /** The student's method itself threw {@code UnsupportedOperationException}, as the starter's do. */
    NOT_IMPLEMENTED,
    EXCEPTION,
    STACK_OVERFLOW,
    OUT_OF_MEMORY,
    /** It called {@code System.exit}; the runner goes on all the same. */
    EXITED
}
