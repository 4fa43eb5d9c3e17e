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
    /** In the order of {@link Visibility}. */
    private static final List<String> VISIBILITY = List.of("public", "hidden");

    private final Map<Kernel, List<String>> misconceptions;
    private final ToleranceReader tolerances;

    CasesReader(Map<Kernel, List<String>> misconceptions, ToleranceReader tolerances) {
        this.misconceptions = requireNonNull(misconceptions, "misconceptions is null");
        this.tolerances = requireNonNull(tolerances, "tolerances is null");
    }

    List<CaseSpec> cases(YamlValue value, Kernel kernel) {
        Ids ids = new Ids();
        List<YamlValue> items = value.list().orElse(List.of());
        if (value.isSequence() && items.isEmpty()) {
            value.problem("must have at least one case");
        }
        return items.stream()
                .flatMap(item -> item.object().stream())
                .map(object -> caseSpec(object, kernel, ids))
                .toList();
    }

    private CaseSpec caseSpec(YamlObject object, Kernel kernel, Ids ids) {
        object.allow(KEYS);
        return new CaseSpec(
                object.required("id").flatMap(ids::readNew).orElse(""),
                object.required("visibility")
                        .flatMap(value -> value.oneOf(VISIBILITY, "visibility"))
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
