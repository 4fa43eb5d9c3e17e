package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Visibility;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import assay.kernels.call.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the cases of one kernel. */
final class CasesReader {
    private static final List<String> KEYS = List.of("id", "visibility", "arguments", "tolerance", "misconceptions");
    private static final String HIDDEN = "hidden";
    /** In the order of {@link Visibility}. */
    private static final List<String> VISIBILITY = List.of("public", HIDDEN);

    private final Map<Kernel, List<String>> misconceptions;
    private final ToleranceReader tolerances;

    CasesReader(Map<Kernel, List<String>> misconceptions, ToleranceReader tolerances) {
        this.misconceptions = requireNonNull(misconceptions, "misconceptions is null");
        this.tolerances = requireNonNull(tolerances, "tolerances is null");
    }

    List<CaseSpec> cases(YamlValue value, Kernel kernel) {
        return cases(value, kernel, VISIBILITY);
    }

    /** Those of a speed-up, which is measured when hidden inputs have been in the sandbox: none may be shown. */
    List<CaseSpec> hiddenCases(YamlValue value, Kernel kernel) {
        return cases(value, kernel, List.of(HIDDEN));
    }

    private List<CaseSpec> cases(YamlValue value, Kernel kernel, List<String> allowed) {
        Ids ids = new Ids();
        List<YamlValue> items = value.list().orElse(List.of());
        if (value.isSequence() && items.isEmpty()) {
            value.problem("must have at least one case");
        }
        return items.stream()
                .flatMap(item -> item.object().stream())
                .map(object -> caseSpec(object, kernel, ids, allowed))
                .toList();
    }

    private CaseSpec caseSpec(YamlObject object, Kernel kernel, Ids ids, List<String> allowed) {
        object.allow(KEYS);
        return new CaseSpec(
                object.required("id").flatMap(ids::readNew).orElse(""),
                object.required("visibility")
                        .flatMap(value -> visibility(value, allowed))
                        .map(name -> Visibility.values()[VISIBILITY.indexOf(name)])
                        .orElse(Visibility.HIDDEN),
                object.required("arguments")
                        .flatMap(YamlValue::object)
                        .map(arguments -> ArgumentsReader.arguments(arguments, kernel))
                        .orElse(List.of()),
                tolerances.read(object),
                object.optional("misconceptions")
                        .map(value -> misconceptions(value, kernel))
                        .orElse(List.of()));
    }

    private static Optional<String> visibility(YamlValue value, List<String> allowed) {
        return value.oneOf(VISIBILITY, "visibility")
                .flatMap(name -> allowed.contains(name)
                        ? Optional.of(name)
                        : value.problem(
                                "must be hidden: a speed-up is measured after the hidden cases, whose inputs the"
                                        + " code could have kept, so nothing of it is shown"));
    }

    private List<String> misconceptions(YamlValue value, Kernel kernel) {
        List<String> known = misconceptions.getOrDefault(kernel, List.of());
        List<String> names = new ArrayList<>();
        for (YamlValue item : value.list().orElse(List.of())) {
            Optional<String> name = item.oneOf(known, "misconception of " + kernel.torchName());
            if (name.filter(names::contains).isPresent()) {
                item.problem("stands here a second time");
            }
            name.ifPresent(names::add);
        }
        return names;
    }
}
