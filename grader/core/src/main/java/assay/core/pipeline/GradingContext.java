package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.domain.Digests;
import assay.core.domain.Extension;
import assay.core.domain.Limits;
import assay.core.domain.Provenance;
import assay.core.domain.Submission;
import assay.core.intake.Intake;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that a grading depends on besides what was handed in.
 *
 * @param provenance versions, digests, sandbox and limits
 */
public record GradingContext(Assignment assignment, Provenance provenance) {
    public GradingContext {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(provenance, "provenance is null");
    }

    /**
     * @param version of Assay
     * @throws assay.core.domain.GraderFault if the goldens cannot be had, or Assay's own classes not be read
     */
    public static GradingContext of(Assignment assignment, Sandbox sandbox, GoldenSource goldens, String version) {
        return of(assignment, sandbox, goldens, Trainings.none(), version);
    }

    /**
     * @param trainings for assignments that train
     * @param version of Assay
     */
    public static GradingContext of(
            Assignment assignment, Sandbox sandbox, GoldenSource goldens, Trainings trainings, String version) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("assay.version", version);
        entries.put("assay.code", OwnCode.digest());
        entries.put("assignment.digest", assignment.digest());
        entries.put("assignment.version", Integer.toString(assignment.version()));
        put(entries, assignment.limits());
        entries.put("machine.arch", System.getProperty("os.arch", "unknown"));
        entries.put("machine.processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        sandbox.description().forEach((name, value) -> entries.put(within("sandbox", name), value));
        goldens.description(assignment).forEach((name, value) -> entries.put(within("golden", name), value));
        if (assignment.trains()) {
            trainings.ground().description().forEach((name, value) -> entries.put(within("trainer", name), value));
            assignment.parts().stream()
                    .filter(Part.TrainingPart.class::isInstance)
                    .map(part -> ((Part.TrainingPart) part).spec())
                    .flatMap(spec -> trainings.networks().stream()
                            .flatMap(networks -> networks.description(spec).entrySet().stream()))
                    .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        }
        return new GradingContext(assignment, new Provenance(entries));
    }

    /** The same with one more entry in the provenance. */
    public GradingContext with(String name, String value) {
        Map<String, String> entries = new LinkedHashMap<>(provenance.entries());
        entries.put(name, value);
        return new GradingContext(assignment, new Provenance(entries));
    }

    private static void put(Map<String, String> entries, Limits limits) {
        entries.put("limits.compile", limits.compile().toString());
        entries.put("limits.case-cpu", limits.caseCpu().toString());
        entries.put("limits.case-wall", limits.caseWall().toString());
        entries.put("limits.memory", limits.memory().toString());
        entries.put("limits.output", limits.output().toString());
    }

    /** Some names say already whose they are. */
    private static String within(String whose, String name) {
        return name.equals(whose) || name.startsWith(whose + ".") ? name : whose + "." + name;
    }

    /** Tells whether grading this again could give anything else: a digest over it and all of the provenance. */
    public String fingerprint(Intake intake) {
        return switch (intake) {
            case Intake.Accepted(Submission submission) ->
                fingerprint(submission.digest(), submission.submittedAt(), submission.extension());
            case Intake.Refused refused ->
                fingerprint("refused: " + refused.reason(), refused.submittedAt(), refused.extension());
        };
    }

    private String fingerprint(String content, Instant submittedAt, Optional<Extension> extension) {
        return Digests.ofFields(
                content,
                submittedAt.toString(),
                extension.map(Extension::toString).orElse(""),
                provenance.entries().toString());
    }
}
