package assay.core.starter;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.ForbiddenUse;
import assay.core.assignment.Part;
import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.compare.Tolerance;
import assay.core.domain.DataSize;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.core.pack.GoldenPack;
import assay.kernels.Form;
import assay.kernels.call.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Public cases but for their goldens as names and values: the JDK reads properties and no YAML. */
final class PublicCasesFormat {
    private static final String PART = "part.";
    private static final String CASE = "case.";

    private PublicCasesFormat() {}

    static PropertyText write(PublicCases cases) {
        Assignment assignment = cases.assignment();
        PropertyText text = new PropertyText();
        text.put("id", assignment.id());
        text.put("title", assignment.title());
        text.put("version", assignment.version());
        text.put("zone", assignment.zone());
        text.put("deadline", assignment.deadline());
        text.put("digest", assignment.digest());
        text.put("limits.compile", assignment.limits().compile());
        text.put("limits.case-cpu", assignment.limits().caseCpu());
        text.put("limits.case-wall", assignment.limits().caseWall());
        text.put("limits.memory", assignment.limits().memory().bytes());
        text.put("limits.output", assignment.limits().output().bytes());
        text.put("hidden", cases.hidden());
        text.putAll("on-server", cases.onServer());
        text.putAll(
                "forbidden.name",
                assignment.forbidden().stream().map(ForbiddenUse::name).toList());
        text.putAll(
                "forbidden.reason",
                assignment.forbidden().stream().map(ForbiddenUse::reason).toList());
        text.put("parts", assignment.parts().size());
        IntStream.range(0, assignment.parts().size())
                .forEach(index -> write(assignment.parts().get(index), cases, text.below(PART + index + ".")));
        return text;
    }

    private static void write(Part part, PublicCases cases, PropertyText text) {
        text.put("id", part.id());
        text.put("title", part.title());
        text.put("points", part.points());
        switch (part) {
            case KernelPart kernel -> {
                text.put("kernel", kernel.kernel().torchName());
                text.putAll("form", kernel.form().stream().map(Form.Kind::name).toList());
                text.put("cases", kernel.cases().size());
                for (int index = 0; index < kernel.cases().size(); index++) {
                    CaseSpec spec = kernel.cases().get(index);
                    PropertyText below = text.below(CASE + index + ".");
                    below.put("id", spec.id());
                    below.put("relative", spec.tolerance().relative());
                    below.put("absolute", spec.tolerance().absolute());
                    below.put("golden", cases.keys().getOrDefault(PublicCases.place(part, spec), ""));
                    below.putAll("misconceptions", spec.misconceptions());
                }
            }
            case AgreementPart agreement -> text.putAll("agreement", List.of(agreement.left(), agreement.right()));
            case SpeedupPart _, Part.AnswersPart _, Part.ManualPart _, Part.TrainingPart _ -> throw notAtHome(part);
        }
    }

    private static IllegalArgumentException notAtHome(Part part) {
        return new IllegalArgumentException("part " + part.id() + " is not run at home");
    }

    /** @throws RuntimeException of whatever kind, if it is not what {@link #write} gives */
    static PublicCases read(PropertyText text, GoldenPack goldens) {
        Map<String, String> keys = new LinkedHashMap<>();
        Limits limits = new Limits(
                Duration.parse(text.get("limits.compile")),
                Duration.parse(text.get("limits.case-cpu")),
                Duration.parse(text.get("limits.case-wall")),
                new DataSize(text.number("limits.memory")),
                new DataSize(text.number("limits.output")));
        Assignment assignment = new Assignment(
                text.get("id"),
                text.get("title"),
                text.number("version"),
                ZoneId.of(text.get("zone")),
                Instant.parse(text.get("deadline")),
                new LatePolicy.None(),
                limits,
                Feedback.VERDICT,
                IntStream.range(0, text.number("parts"))
                        .mapToObj(index -> part(text.below(PART + index + "."), keys))
                        .toList(),
                text.get("digest"),
                forbidden(text.all("forbidden.name"), text.all("forbidden.reason")));
        return new PublicCases(assignment, text.all("on-server"), text.number("hidden"), keys, goldens);
    }

    private static Part part(PropertyText text, Map<String, String> keys) {
        String id = text.get("id");
        String title = text.get("title");
        Points points = Points.of(text.get("points"));
        List<String> agreement = text.all("agreement");
        if (!agreement.isEmpty()) {
            return new AgreementPart(id, title, points, agreement.getFirst(), agreement.getLast());
        }
        Kernel kernel = Kernel.named(text.get("kernel")).orElseThrow();
        Optional<Form.Kind> form =
                text.all("form").stream().map(Form.Kind::valueOf).findFirst();
        List<CaseSpec> cases = IntStream.range(0, text.number("cases"))
                .mapToObj(index -> spec(text.below(CASE + index + ".")))
                .toList();
        KernelPart part = new KernelPart(id, title, points, kernel, form, cases);
        for (int index = 0; index < cases.size(); index++) {
            keys.put(PublicCases.place(part, cases.get(index)), text.get(CASE + index + ".golden"));
        }
        return part;
    }

    private static List<ForbiddenUse> forbidden(List<String> names, List<String> reasons) {
        return IntStream.range(0, names.size())
                .mapToObj(index -> new ForbiddenUse(names.get(index), reasons.get(index)))
                .toList();
    }

    private static CaseSpec spec(PropertyText text) {
        Tolerance tolerance =
                new Tolerance(Double.parseDouble(text.get("relative")), Double.parseDouble(text.get("absolute")));
        return new CaseSpec(text.get("id"), Visibility.PUBLIC, List.of(), tolerance, text.all("misconceptions"));
    }
}
