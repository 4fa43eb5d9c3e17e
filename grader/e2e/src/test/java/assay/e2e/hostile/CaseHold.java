package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.e2e.hostile.CorpusRun.Graded;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what came of one case against what it expects, and against what holds for all. */
final class CaseHold {
    private static final String ATTACKED = "relu";

    private final Assignment assignment;
    private final Path out;

    /** @param out where the reports lie */
    CaseHold(Assignment assignment, Path out) {
        this.assignment = assignment;
        this.out = out;
    }

    void hold(HostileCase one, Graded got) throws Exception {
        Expected expected = one.expected();
        StudentFiles files = new StudentFiles(out, one.id());
        PartResult attacked = part(got, ATTACKED);

        String told = told(one, got);
        assertThat(expected.verdict()).as(told).contains(attacked.verdict().name());
        assertThat(got.grading().verdict()).as(told).isNotEqualTo(Verdict.IE);
        assertThat(got.retried()).as("a fault of ours: %s", told).isEmpty();
        assertThat(attacked.earned().value()).as(told).isLessThanOrEqualTo(expected.most());
        assertThat(got.took()).as(told).isLessThan(expected.longest());
        assertOthers(expected, got, told);
        files.assertHarmless();
        assertTexts(expected, files);
        assertNothingLearnt(one, got);
    }

    private static void assertTexts(Expected expected, StudentFiles files) {
        expected.allOf(expected.says()).forEach(text -> assertThat(files.full()).contains(text));
        expected.allOf(expected.never())
                .forEach(text -> assertThat(files.full()).doesNotContain(text));
        expected.allOf(expected.neverShown())
                .forEach(text -> assertThat(files.shown().values())
                        .allSatisfy(file -> assertThat(file).doesNotContain(text)));
    }

    /** One function never costs another. */
    private static void assertOthers(Expected expected, Graded got, String told) {
        switch (expected.honest().orElse("kept")) {
            case "kept" ->
                got.grading().parts().stream()
                        .filter(part -> !part.id().equals(ATTACKED))
                        .forEach(part -> assertThat(part.earned().value())
                                .as("%s: %s", part.id(), told)
                                .isEqualByComparingTo(BigDecimal.ONE));
            case "lost" ->
                assertThat(got.grading().score().raw().value()).as(told).isZero();
            case "any" -> assertThat(got.grading().verdict()).as(told).isNotEqualTo(Verdict.IE);
            default -> throw new AssertionError("honest is kept, lost or any");
        }
    }

    /** Nothing that a case's code prints or throws names a hidden case, the assignment or a student. */
    private void assertNothingLearnt(HostileCase one, Graded got) {
        List<String> secrets = Stream.concat(
                        Stream.of(assignment.title(), one.id()),
                        assignment.parts().stream()
                                .flatMap(part -> assignment.cases(part).stream())
                                .filter(spec -> spec.visibility() == Visibility.HIDDEN)
                                .map(CaseSpec::id))
                .toList();
        assertThat(got.grading().parts().stream()
                        .flatMap(part -> part.cases().stream())
                        .map(CaseResult::printed))
                .allSatisfy(printed -> assertThat(printed).doesNotContain(secrets));
    }

    private static PartResult part(Graded got, String id) {
        return got.grading().parts().stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String told(HostileCase one, Graded got) {
        return got.grading().parts().stream()
                .flatMap(part -> part.cases().stream()
                        .map(result -> "%s %s %s %s %s"
                                .formatted(part.id(), result.id(), result.verdict(), result.message(), result.stack())))
                .collect(Collectors.joining(
                        "\n",
                        one.id() + ", " + one.expected().about() + ": "
                                + got.grading().problem() + " " + got.retried() + "\n",
                        "\n"));
    }
}
