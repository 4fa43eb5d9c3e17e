package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AnswerSpec.Alternative;
import assay.core.assignment.AnswerSpec.Expected;
import assay.core.assignment.AnswerSpec.Fixed;
import assay.core.assignment.AnswerSpec.Following;
import assay.core.assignment.AnswerSpec.Margin;
import assay.core.assignment.AnswerValue.OfNumbers;
import assay.core.assignment.Part.AnswersPart;
import assay.core.domain.Points;
import assay.core.domain.Visibility;
import assay.core.formula.Formula;
import assay.core.formula.Numbers;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the rows of one answers part. A formula may name what is given and the rows before it, so there is no circle. */
final class AnswersReader {
    private static final List<String> KEYS =
            List.of("id", "ask", "points", "visibility", "expect", "formula", "within", "accept");
    private static final List<String> VISIBILITY = List.of("public", "hidden");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final String WHAT = "a name of small letters, digits and '_', such as conv1_parameters";

    private final String part;
    private final String title;
    private final Points points;
    private final Map<String, Numbers> known = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    AnswersReader(String part, String title, Points points) {
        this.part = requireNonNull(part, "part is null");
        this.title = requireNonNull(title, "title is null");
        this.points = requireNonNull(points, "points is null");
    }

    Optional<Part> read(YamlObject answers) {
        answers.allow(List.of("given", "rows"));
        Map<String, Numbers> given = answers.optional("given")
                .flatMap(YamlValue::object)
                .map(this::given)
                .orElse(Map.of());
        Optional<YamlValue> list = answers.required("rows");
        List<YamlValue> items = list.flatMap(YamlValue::list).orElse(List.of());
        if (items.isEmpty()) {
            return list.flatMap(
                    value -> value.isSequence() ? value.problem("must have at least one row") : Optional.empty());
        }
        List<YamlObject> objects =
                items.stream().flatMap(item -> item.object().stream()).toList();
        long withPoints = objects.stream().filter(row -> row.has("points")).count();
        if (withPoints != 0 && withPoints != objects.size()) {
            return list.flatMap(value -> value.problem("either every row has points, or none has"));
        }
        List<AnswerSpec> rows =
                objects.stream().flatMap(row -> row(row).stream()).toList();
        BigDecimal sum = rows.stream().map(AnswerSpec::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (withPoints != 0 && rows.size() == items.size() && sum.compareTo(points.value()) != 0) {
            return list.flatMap(value ->
                    value.problem("the rows have " + new Points(sum) + " points together, but the part has " + points));
        }
        return Optional.of(new AnswersPart(part, title, points, given, rows));
    }

    private Map<String, Numbers> given(YamlObject object) {
        Map<String, Numbers> given = new LinkedHashMap<>();
        for (String key : object.keys()) {
            object.optional(key).ifPresent(value -> {
                if (NAME.matcher(key).matches()) {
                    names.add(key);
                    AnswerReader.numbers(value).ifPresent(numbers -> given.put(key, numbers));
                } else {
                    value.problem("its key must be " + WHAT);
                }
            });
        }
        known.putAll(given);
        return given;
    }

    private Optional<AnswerSpec> row(YamlObject row) {
        row.allow(KEYS);
        Optional<String> id = row.required("id").flatMap(this::newName);
        String question = row.required("ask").flatMap(YamlValue::text).orElse("");
        BigDecimal weight = row.optional("points")
                .map(value -> PointsReader.points(value).map(Points::value).orElse(BigDecimal.ONE))
                .orElse(BigDecimal.ONE);
        Visibility visibility = row.optional("visibility")
                .flatMap(value -> value.oneOf(VISIBILITY, "visibility"))
                .map(name -> Visibility.values()[VISIBILITY.indexOf(name)])
                .orElse(Visibility.HIDDEN);
        if (row.has("expect") == row.has("formula")) {
            return row.problem("must have one of the keys expect, formula");
        }
        Optional<Expected> expected = row.has("expect")
                ? row.optional("expect").flatMap(AnswerReader::any).map(Fixed::new)
                : row.optional("formula").flatMap(this::following);
        Margin within = row.optional("within").flatMap(AnswersReader::margin).orElse(Margin.ROUNDING);
        List<Alternative> accepted = expected.map(right -> row.optional("accept")
                        .map(value -> alternatives(value, right.kind()))
                        .orElse(List.of()))
                .orElse(List.of());
        id.ifPresent(name -> expected.ifPresent(right -> learn(name, right)));
        return id.flatMap(name ->
                expected.map(right -> new AnswerSpec(name, question, visibility, weight, right, within, accepted)));
    }

    private Optional<String> newName(YamlValue value) {
        return value.written(WHAT, text -> NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty())
                .flatMap(name ->
                        names.add(name) ? Optional.of(name) : value.problem("the name '" + name + "' is taken"));
    }

    private void learn(String name, Expected right) {
        AnswerValue value = right instanceof Following(Formula _, AnswerValue golden)
                ? golden
                : right instanceof Fixed(AnswerValue fixed) ? fixed : new AnswerValue.Flag(false);
        if (value instanceof OfNumbers(Numbers numbers)) {
            known.put(name, numbers);
        }
    }

    private Optional<Expected> following(YamlValue value) {
        return value.text().flatMap(text -> switch (Formula.read(text)) {
            case Formula.Reading.Invalid(String message) -> value.problem(message);
            case Formula.Reading.Read(Formula formula) -> following(value, formula);
        });
    }

    private Optional<Expected> following(YamlValue value, Formula formula) {
        List<String> unknown = formula.names().stream()
                .filter(name -> !known.containsKey(name))
                .toList();
        if (!unknown.isEmpty()) {
            return value.problem("there is no number or table '" + unknown.getFirst() + "' given or in an earlier row");
        }
        return formula.value(known)
                .<Expected>map(numbers -> new Following(formula, new OfNumbers(numbers)))
                .or(() -> value.problem("has no value: a division by zero, or shapes that do not fit"));
    }

    /** A percentage of what is right, or a difference. */
    private static Optional<Margin> margin(YamlValue value) {
        Optional<BigDecimal> percent = value.raw().flatMap(Units::percent);
        return percent.isPresent()
                ? percent.map(share -> new Margin(share.doubleValue(), 0))
                : value.number()
                        .flatMap(number -> number >= 0
                                ? Optional.of(new Margin(0, number))
                                : value.problem("must not be negative"));
    }

    private static List<Alternative> alternatives(YamlValue value, AnswerValue.Kind kind) {
        List<Alternative> alternatives = new ArrayList<>();
        for (YamlValue item : value.list().orElse(List.of())) {
            Optional<YamlObject> object = item.isMapping() ? item.object() : Optional.empty();
            object.ifPresent(keys -> keys.allow(List.of("value", "credit", "because")));
            BigDecimal credit = object.flatMap(keys -> keys.optional("credit"))
                    .map(share -> share.written(Units.PERCENT, Units::percent).orElse(BigDecimal.ZERO))
                    .orElse(BigDecimal.ONE);
            String because = object.flatMap(keys -> keys.optional("because"))
                    .flatMap(YamlValue::text)
                    .orElse("");
            Optional<YamlValue> answer = object.isPresent() ? object.get().required("value") : Optional.of(item);
            answer.flatMap(read -> AnswerReader.of(kind, read))
                    .ifPresent(read -> alternatives.add(new Alternative(read, credit, because)));
        }
        return alternatives;
    }
}
