package assay.core.lms;

/** Ends the reading of a teacher's sheet; becomes a {@link SheetReading.Invalid} and never leaves this package. */
final class SheetProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /** @param problem follows the name of the file, without a full stop */
    SheetProblem(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
