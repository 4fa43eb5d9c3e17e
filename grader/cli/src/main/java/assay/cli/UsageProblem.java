package assay.cli;

import java.util.List;

/** The command or a file that it was given is wrong; each problem is a sentence that names what and where. */
final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageProblem(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }

    UsageProblem(String problem) {
        this(List.of(problem));
    }
}
