package assay.core.assignment;

import assay.core.assignment.AnswerValue.Flag;
import assay.core.assignment.AnswerValue.Kind;
import assay.core.assignment.AnswerValue.OfNumbers;
import assay.core.assignment.AnswerValue.Word;
import assay.core.formula.Numbers;
import assay.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads answers, a teacher's and a student's alike; what is wrong is noted with its line. */
public final class AnswerReader {
    private static final int MOST_NUMBERS = 1000;
    private static final int LONGEST_WORD = 200;
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(?:_[0-9]{3}){1,5}");
    private static final Pattern WITH_COMMAS = Pattern.compile("[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");

    private AnswerReader() {}

    /** Whatever stands there. */
    static Optional<AnswerValue> any(YamlValue value) {
        if (value.isSequence()) {
            return numbers(value).map(OfNumbers::new);
        }
        return switch (value.scalarType()) {
            case WHOLE_NUMBER, REAL_NUMBER -> numbers(value).map(OfNumbers::new);
            case SWITCH -> value.flag().map(Flag::new);
            case TEXT -> value.text().flatMap(AnswerReader::grouped).isPresent() ? number(value) : word(value);
            case NOTHING -> value.problem("must be a number, a list or table of numbers, a word, or true or false");
        };
    }

    /** A value of that form. */
    public static Optional<AnswerValue> of(Kind kind, YamlValue value) {
        return switch (kind) {
            case NUMBER -> number(value);
            case LIST, TABLE -> list(kind, value);
            case WORD -> word(value);
            case FLAG -> flag(value);
        };
    }

    /** A number, or numbers in lists of equal length inside each other. */
    static Optional<Numbers> numbers(YamlValue value) {
        if (!value.isSequence()) {
            return plain(value).map(Numbers::of);
        }
        List<YamlValue> items = value.list().orElse(List.of());
        List<Numbers> rows =
                items.stream().flatMap(item -> numbers(item).stream()).toList();
        if (rows.size() < items.size()) {
            return Optional.empty(); // said already
        }
        List<Integer> inner = rows.isEmpty() ? List.of() : rows.getFirst().shape();
        if (rows.stream().anyMatch(row -> !row.shape().equals(inner))) {
            return value.problem("the rows must be of one length");
        }
        List<Integer> shape = new ArrayList<>(List.of(rows.size()));
        shape.addAll(inner);
        List<Double> all = rows.stream().flatMap(row -> row.values().stream()).toList();
        return all.size() > MOST_NUMBERS
                ? value.problem("must have at most " + MOST_NUMBERS + " numbers")
                : Optional.of(new Numbers(shape, all));
    }

    private static Optional<AnswerValue> number(YamlValue value) {
        return value.isSequence()
                ? value.problem("must be one number, but is a list")
                : plain(value).map(number -> new OfNumbers(Numbers.of(number)));
    }

    private static Optional<Double> plain(YamlValue value) {
        Optional<String> raw = value.raw().map(String::strip);
        if (raw.filter(text -> WITH_COMMAS.matcher(text).matches()).isPresent()) {
            return value.problem("must be a number; please write it without commas");
        }
        Optional<Double> grouped = raw.flatMap(AnswerReader::grouped);
        return grouped.isPresent() ? grouped : value.number();
    }

    /** As Python and Java write large numbers: {@code 61_100_840}. */
    private static Optional<Double> grouped(String text) {
        return Optional.of(text)
                .filter(number -> GROUPED.matcher(number).matches())
                .map(number -> Double.valueOf(number.replace("_", "")));
    }

    private static Optional<AnswerValue> list(Kind kind, YamlValue value) {
        if (!value.isSequence()) {
            return value.problem("must be " + kind.words());
        }
        return numbers(value)
                .map(OfNumbers::new)
                .flatMap(read -> read.kind() == kind || read.numbers().values().isEmpty()
                        ? Optional.of(read)
                        : value.problem("must be " + kind.words()));
    }

    private static Optional<AnswerValue> word(YamlValue value) {
        return value.raw()
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_WORD)
                .map(text -> Optional.<AnswerValue>of(new Word(text)))
                .orElseGet(() -> value.problem("must be a word or a few, at most " + LONGEST_WORD + " characters"));
    }

    private static Optional<AnswerValue> flag(YamlValue value) {
        List<String> words = List.of("true", "yes", "false", "no");
        String text =
                value.raw().map(raw -> raw.strip().toLowerCase(Locale.ROOT)).orElse("");
        int index = words.indexOf(text);
        return index < 0 ? value.problem("must be true or false") : Optional.of(new Flag(index < 2));
    }
}
