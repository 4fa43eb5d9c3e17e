package assay.cli.bench;

import assay.core.domain.Verdict;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether both ways came to the same: green is what has no case that is wrong.
 *
 * @param green how many were green
 * @param otherwise students of whom the two say different things
 */
record Agreement(int compared, int green, List<String> otherwise) {
    Agreement {
        otherwise = List.copyOf(otherwise);
    }

    /** @param plain whether a student's submission was green; each is among the gradings */
    static Agreement of(List<Grading> gradings, Map<String, Boolean> plain) {
        List<String> otherwise = new ArrayList<>();
        for (Grading grading : gradings) {
            Boolean green = plain.get(grading.student());
            if (green != null && green != isGreen(grading)) {
                otherwise.add(grading.student());
            }
        }
        int green = Math.toIntExact(plain.values().stream().filter(one -> one).count());
        return new Agreement(plain.size(), green, otherwise);
    }

    /** As JUnit has it: what is skipped is not red. */
    private static boolean isGreen(Grading grading) {
        return grading.verdict() != Verdict.CE
                && grading.parts().stream()
                        .flatMap(part -> part.cases().stream())
                        .map(CaseResult::verdict)
                        .allMatch(verdict -> verdict == Verdict.AC || verdict == Verdict.SK);
    }
}
