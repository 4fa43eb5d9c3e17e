package assay.core.report;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.domain.Notice;
import assay.core.domain.Points;
import assay.core.domain.Provenance;
import assay.core.domain.Score;
import assay.core.domain.Verdict;
import assay.core.late.LateRule;
import assay.core.late.Lateness;
import assay.core.port.Diagnostic;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.core.score.Scoring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes gradings for tests: every case accepted, but for what is said. */
final class GradingBuilder {
    private final Assignment assignment;
    private final String student;
    private final Map<String, List<CaseResult>> cases = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private List<Diagnostic> compiler = List.of();
    private Instant submittedAt = SampleAssignment.DEADLINE.minus(Duration.ofHours(3));
    private Verdict verdict = Verdict.AC;
    private String problem = "";

    GradingBuilder(Assignment assignment, String student) {
        this.assignment = assignment;
        this.student = student;
        assignment.parts().forEach(part -> cases.put(part.id(), accepted()));
    }

    private static List<CaseResult> accepted() {
        List<CaseResult> all = new ArrayList<>();
        SampleAssignment.PUBLIC.forEach(id -> all.add(Cases.accepted(id)));
        SampleAssignment.HIDDEN.forEach(id -> all.add(Cases.hidden(Cases.accepted(id))));
        return all;
    }

    /** The case takes the place of the one with its id. */
    GradingBuilder with(String part, CaseResult result) {
        cases.computeIfPresent(
                part,
                (id, all) -> all.stream()
                        .map(each -> each.id().equals(result.id()) ? result : each)
                        .toList());
        return this;
    }

    /** Every case of the part goes the same way. */
    GradingBuilder all(String part, Verdict each, String message) {
        SampleAssignment.PUBLIC.forEach(id -> with(part, Cases.of(id, each, message)));
        SampleAssignment.HIDDEN.forEach(id -> with(part, Cases.hidden(Cases.of(id, each, message))));
        return this;
    }

    GradingBuilder note(String part, String note) {
        notes.put(part, note);
        return this;
    }

    GradingBuilder notice(String text) {
        notices.add(new Notice(text));
        return this;
    }

    GradingBuilder late(Duration by) {
        submittedAt = SampleAssignment.DEADLINE.plus(by);
        return this;
    }

    GradingBuilder said(Diagnostic... diagnostics) {
        compiler = List.of(diagnostics);
        return this;
    }

    /** Nothing ran. */
    GradingBuilder notRun(Verdict why, String reason) {
        verdict = why;
        problem = reason;
        assignment.parts().forEach(part -> all(part.id(), why, reason));
        return this;
    }

    Grading build() {
        List<PartResult> parts = assignment.parts().stream().map(this::part).toList();
        Points raw = parts.stream().map(PartResult::earned).reduce(Points.ZERO, Points::plus);
        Lateness lateness = LateRule.judge(
                assignment.late(),
                assignment.deadline(),
                Optional.empty(),
                submittedAt,
                raw,
                assignment.points(),
                assignment.zone());
        return new Grading(
                assignment.id(),
                student,
                submittedAt,
                problem.isEmpty() ? Scoring.verdict(parts) : verdict,
                problem,
                compiler,
                parts,
                new Score(assignment.points(), raw, lateness.penalty(), raw.minus(lateness.penalty())),
                lateness,
                notices,
                new Provenance(Map.of(
                        "assay.version", "0.1.0",
                        "assignment.digest", assignment.digest(),
                        "golden.digest", "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
                        "sandbox.image", "sha256:7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730")),
                "fingerprint-of-" + student);
    }

    private PartResult part(Part part) {
        List<CaseResult> all = cases.getOrDefault(part.id(), List.of());
        long passed = all.stream().filter(each -> each.verdict() == Verdict.AC).count();
        return new PartResult(
                part.id(),
                part.title(),
                part.points(),
                part.points().fraction((int) passed, all.size()),
                first(all.stream().map(CaseResult::verdict).toList()),
                notes.getOrDefault(part.id(), ""),
                all);
    }

    private static Verdict first(List<Verdict> verdicts) {
        return verdicts.stream().filter(each -> each != Verdict.AC).findFirst().orElse(Verdict.AC);
    }
}
