package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.late.LatePolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What is asked of the students, and how it is weighed.
 *
 * @param id as its folder is called, e.g. {@code cs5242-hw4}
 * @param version counts up with each change that can change a grade
 * @param zone of the course; instants are shown in it, and nothing is computed in it
 * @param deadline the last instant that is in time
 * @param digest SHA-256 of the assignment file, in hexadecimal
 * @param forbidden what submissions may not use; the first that fits gives the reason
 */
public record Assignment(
        String id,
        String title,
        int version,
        ZoneId zone,
        Instant deadline,
        LatePolicy late,
        Limits limits,
        Feedback feedback,
        List<Part> parts,
        String digest,
        List<ForbiddenUse> forbidden) {
    public Assignment {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(late, "late is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(feedback, "feedback is null");
        requireNonNull(digest, "digest is null");
        parts = List.copyOf(parts);
        forbidden = List.copyOf(forbidden);
    }

    /** One that forbids nothing. */
    public Assignment(
            String id,
            String title,
            int version,
            ZoneId zone,
            Instant deadline,
            LatePolicy late,
            Limits limits,
            Feedback feedback,
            List<Part> parts,
            String digest) {
        this(id, title, version, zone, deadline, late, limits, feedback, parts, digest, List.of());
    }

    /** The denominator: fixed by the assignment, before anything runs. */
    public Points points() {
        return parts.stream().map(Part::points).reduce(Points.ZERO, Points::plus);
    }

    /** Whether any part trains a network. */
    public boolean trains() {
        return parts.stream().anyMatch(Part.TrainingPart.class::isInstance);
    }

    /**
     * The part of that id.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public Part part(String partId) {
        return parts.stream()
                .filter(part -> part.id().equals(partId))
                .findFirst()
                .orElseThrow();
    }

    /** The cases of one of these parts; an agreement has those of the part on its left, what is written has none. */
    public List<CaseSpec> cases(Part part) {
        return switch (part) {
            case Part.KernelPart kernel -> kernel.cases();
            case Part.SpeedupPart speedup -> speedup.cases();
            case Part.TrainingPart _ -> List.of(); // its items are looked at in one run
            case Part.AgreementPart agreement ->
                parts.stream()
                        .filter(other -> other.id().equals(agreement.left()))
                        .filter(Part.KernelPart.class::isInstance)
                        .findFirst()
                        .map(left -> ((Part.KernelPart) left).cases())
                        .orElse(List.of());
            case Part.AnswersPart _, Part.ManualPart _ -> List.of();
        };
    }

    /** Whether any part runs what a student wrote. */
    public boolean hasCode() {
        return parts.stream().anyMatch(part -> !isWritten(part));
    }

    /** Whether any part reads what a student wrote. */
    public boolean hasWriting() {
        return parts.stream().anyMatch(Assignment::isWritten);
    }

    /** What students may see: the public cases alone, the parts that have any, and of answers the form. */
    public Assignment publicOnly() {
        List<Part> visible = parts.stream()
                .filter(part -> isWritten(part) || cases(part).stream().anyMatch(CaseSpec::isPublic))
                .map(Assignment::publicOnly)
                .toList();
        return with(visible);
    }

    /** With those parts in place of its own. */
    public Assignment with(List<Part> otherParts) {
        return new Assignment(
                id, title, version, zone, deadline, late, limits, feedback, otherParts, digest, forbidden);
    }

    private static Part publicOnly(Part part) {
        return switch (part) {
            case Part.KernelPart kernel ->
                new Part.KernelPart(
                        kernel.id(),
                        kernel.title(),
                        kernel.points(),
                        kernel.kernel(),
                        kernel.form(),
                        publicOnly(kernel.cases()));
            case Part.SpeedupPart speedup ->
                new Part.SpeedupPart(
                        speedup.id(),
                        speedup.title(),
                        speedup.points(),
                        speedup.kernel(),
                        publicOnly(speedup.cases()),
                        speedup.repeats(),
                        speedup.atLeast());
            case Part.AgreementPart agreement -> agreement;
            case Part.TrainingPart training -> training;
            case Part.AnswersPart answers ->
                new Part.AnswersPart(
                        answers.id(),
                        answers.title(),
                        answers.points(),
                        answers.given(),
                        answers.rows().stream().map(AnswerSpec::forStudents).toList());
            case Part.ManualPart manual -> manual;
        };
    }

    private static boolean isWritten(Part part) {
        return part instanceof Part.AnswersPart || part instanceof Part.ManualPart;
    }

    private static List<CaseSpec> publicOnly(List<CaseSpec> cases) {
        return cases.stream().filter(CaseSpec::isPublic).toList();
    }
}
