package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.domain.Points;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import assay.kernels.Form;
import assay.kernels.call.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the parts; what they say of each other is checked when all are read. */
final class PartsReader {
    private static final List<String> KINDS =
            List.of("kernel", "agreement", "speedup", "training", "answers", "manual");
    private static final List<String> ALL_KEYS = List.of(
            "id",
            "title",
            "points",
            "kernel",
            "form",
            "cases",
            "cases-of",
            "agreement",
            "speedup",
            "training",
            "answers",
            "manual");
    private static final List<String> FORMS = List.of("scalar", "vector");
    private static final List<String> KERNELS =
            Arrays.stream(Kernel.values()).map(Kernel::torchName).toList();
    private static final int MOST_REPEATS = 1000;
    private static final int MOST_SPEEDUP = 1000;

    private final CasesReader cases;
    private final Ids ids = new Ids();
    private final PartReferences references = new PartReferences();
    private final TrainingReader trainings;

    PartsReader(CasesReader cases, KnownNetworks networks) {
        this.cases = requireNonNull(cases, "cases is null");
        this.trainings = new TrainingReader(networks);
    }

    List<Part> parts(YamlValue value) {
        List<YamlValue> items = value.list().orElse(List.of());
        if (value.isSequence() && items.isEmpty()) {
            value.problem("must have at least one part");
        }
        List<Part> parts = items.stream()
                .flatMap(item -> item.object().stream())
                .flatMap(object -> part(object).stream())
                .toList();
        if (!parts.isEmpty()
                && parts.size() == items.size()
                && parts.stream().allMatch(part -> part.points().equals(Points.ZERO))) {
            value.problem("no part has any points");
        }
        trainings.check(parts);
        return references.resolve(parts);
    }

    private Optional<Part> part(YamlObject object) {
        List<String> kinds = KINDS.stream().filter(object::has).toList();
        String id = object.required("id").flatMap(ids::readNew).orElse("");
        String title = object.required("title").flatMap(YamlValue::text).orElse("");
        Points points = object.required("points").flatMap(PointsReader::points).orElse(Points.ZERO);
        if (kinds.size() != 1) {
            object.allow(ALL_KEYS);
            return object.problem("must have one of the keys " + String.join(", ", KINDS));
        }
        return switch (kinds.getFirst()) {
            case "kernel" -> kernelPart(object, id, title, points);
            case "agreement" -> agreementPart(object, id, title, points);
            case "training" ->
                object.allow(List.of("id", "title", "points", "training"))
                        .required("training")
                        .flatMap(value -> trainings.part(value, id, title, points));
            case "answers" ->
                nested(object, "answers").flatMap(answers -> new AnswersReader(id, title, points).read(answers));
            case "manual" -> nested(object, "manual").flatMap(manual -> ManualReader.read(manual, id, title, points));
            default -> nested(object, "speedup").flatMap(speedup -> speedupPart(speedup, id, title, points));
        };
    }

    private static Optional<YamlObject> nested(YamlObject object, String kind) {
        return object.allow(List.of("id", "title", "points", kind))
                .required(kind)
                .flatMap(YamlValue::object);
    }

    private Optional<Part> kernelPart(YamlObject object, String id, String title, Points points) {
        object.allow(List.of("id", "title", "points", "kernel", "form", "cases", "cases-of"));
        Optional<Kernel> kernel = object.required("kernel").flatMap(PartsReader::kernel);
        Optional<Form.Kind> form = object.optional("form")
                .flatMap(value -> value.oneOf(FORMS, "form"))
                .map(name -> Form.Kind.values()[FORMS.indexOf(name)]);
        if (object.has("cases") == object.has("cases-of")) {
            object.problem("must have one of the keys cases, cases-of");
        }
        List<CaseSpec> own = kernel.flatMap(asked -> object.optional("cases").map(value -> cases.cases(value, asked)))
                .orElse(List.of());
        object.optional("cases-of")
                .ifPresent(value -> Ids.read(value).ifPresent(of -> references.casesOf(id, of, value)));
        return kernel.map(asked -> new KernelPart(id, title, points, asked, form, own));
    }

    private Optional<Part> agreementPart(YamlObject object, String id, String title, Points points) {
        object.allow(List.of("id", "title", "points", "agreement"));
        Optional<YamlValue> value = object.required("agreement");
        List<String> sides = value.flatMap(YamlValue::list).orElse(List.of()).stream()
                .flatMap(item -> Ids.read(item).stream())
                .toList();
        if (sides.size() != 2 || sides.getFirst().equals(sides.getLast())) {
            return value.flatMap(pair -> pair.problem("must be the ids of two different parts"));
        }
        value.ifPresent(pair -> references.agreement(id, pair));
        return Optional.of(new AgreementPart(id, title, points, sides.getFirst(), sides.getLast()));
    }

    private Optional<Part> speedupPart(YamlObject object, String id, String title, Points points) {
        object.allow(List.of("kernel", "repeats", "at-least", "cases"));
        Optional<Kernel> kernel = object.required("kernel").flatMap(PartsReader::kernel);
        int repeats = object.required("repeats")
                .flatMap(value -> value.wholeNumber(1, MOST_REPEATS))
                .orElse(1);
        double atLeast = object.required("at-least").flatMap(PartsReader::ratio).orElse(1.0);
        Optional<YamlValue> value = object.required("cases");
        List<CaseSpec> own = kernel.flatMap(asked -> value.map(list -> cases.hiddenCases(list, asked)))
                .orElse(List.of());
        return kernel.map(asked -> new SpeedupPart(id, title, points, asked, own, repeats, atLeast));
    }

    private static Optional<Kernel> kernel(YamlValue value) {
        return value.oneOf(KERNELS, "kernel").flatMap(Kernel::named);
    }

    private static Optional<Double> ratio(YamlValue value) {
        return value.number()
                .flatMap(number -> number > 0 && number <= MOST_SPEEDUP
                        ? Optional.of(number)
                        : value.problem("must be more than 0 and at most " + MOST_SPEEDUP));
    }
}
