package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.desk.ManualText;
import assay.core.domain.Verdict;
import assay.core.report.page.Badge;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a class did, as pictures: who passed which case, how far the outputs were off, how training went. Every picture
 * is also told in words.
 *
 * @param columns the cases, part by part
 * @param rows the students, those with the most points first
 */
public record ClassPictures(List<Column> columns, List<Row> rows, List<ErrorSpread> errors, List<CurveSheaf> curves) {
    private static final int NAME_CAP = 60;

    /**
     * One case of one part.
     *
     * @param first whether a new part begins here
     */
    public record Column(String part, String name, boolean first) {
        public Column {
            requireNonNull(part, "part is null");
            requireNonNull(name, "name is null");
        }
    }

    /** Cases in which some outputs are beyond the tolerance, which is what to look at. */
    public List<ErrorSpread> far() {
        return errors.stream().filter(ErrorSpread::beyond).toList();
    }

    /** The others. */
    public List<ErrorSpread> near() {
        return errors.stream().filter(spread -> !spread.beyond()).toList();
    }

    public String nearWords() {
        return Words.plural(near().size(), "case", "cases") + " in which all outputs are within the tolerance";
    }

    /** One student. */
    public record Row(Link student, String points, List<Cell> cells) {
        public Row {
            requireNonNull(student, "student is null");
            requireNonNull(points, "points is null");
            cells = List.copyOf(cells);
        }
    }

    /** @param sign what stands in it, so that nobody has to tell colours apart */
    public record Cell(String sign, String tone, String words, boolean first) {
        static final Cell NOTHING = new Cell("", "quiet", "Nothing", false);

        public Cell {
            requireNonNull(sign, "sign is null");
            requireNonNull(tone, "tone is null");
            requireNonNull(words, "words is null");
        }
    }

    /** A part, over the columns of its cases. */
    public record Group(String part, int span) {
        public Group {
            requireNonNull(part, "part is null");
        }
    }

    public ClassPictures {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
        curves = List.copyOf(curves);
    }

    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Column column : columns) {
            if (column.first() || groups.isEmpty()) {
                groups.add(new Group(column.part(), 1));
            } else {
                groups.set(
                        groups.size() - 1,
                        new Group(groups.getLast().part(), groups.getLast().span() + 1));
            }
        }
        return groups;
    }

    /**
     * @param gradings one a student, all of one version of an assignment
     * @param student a student's id to name and page
     */
    public static ClassPictures of(List<Grading> gradings, Function<String, Link> student) {
        List<Grading> sorted = gradings.stream()
                .sorted(Comparator.comparing((Grading one) -> one.score().total())
                        .reversed()
                        .thenComparing(Grading::student))
                .toList();
        Map<String, Column> columns = columns(sorted);
        return new ClassPictures(
                List.copyOf(columns.values()),
                sorted.stream().map(one -> row(one, columns, student)).toList(),
                ErrorSpread.of(sorted),
                CurveSheaf.of(sorted));
    }

    /** By part and case, in the order of the results, which is the assignment's. */
    private static Map<String, Column> columns(List<Grading> gradings) {
        Map<String, Column> columns = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        gradings.stream()
                .flatMap(one -> one.parts().stream())
                .map(PartResult::id)
                .distinct()
                .forEach(order::add);
        for (String part : order) {
            gradings.stream()
                    .flatMap(one -> one.parts().stream())
                    .filter(one -> one.id().equals(part))
                    .forEach(one -> one.cases().stream()
                            .filter(ClassPictures::drawn)
                            .forEach(each -> columns.putIfAbsent(
                                    key(one, each),
                                    new Column(
                                            SafeText.line(one.title(), NAME_CAP),
                                            SafeText.line(each.id(), NAME_CAP),
                                            each.equals(one.cases().getFirst())))));
        }
        return columns;
    }

    private static boolean drawn(CaseResult result) {
        return !result.id().equals(ManualText.TEXT);
    }

    private static String key(PartResult part, CaseResult result) {
        return part.id() + " " + result.id();
    }

    private static Row row(Grading grading, Map<String, Column> columns, Function<String, Link> student) {
        Map<String, Verdict> verdicts = new HashMap<>();
        grading.parts()
                .forEach(part -> part.cases().forEach(result -> verdicts.put(key(part, result), result.verdict())));
        return new Row(
                student.apply(grading.student()),
                grading.score().total().toString(),
                columns.entrySet().stream()
                        .map(entry -> cell(
                                Optional.ofNullable(verdicts.get(entry.getKey())),
                                entry.getValue().first()))
                        .toList());
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // an early grading may lack a case
    private static Cell cell(Optional<Verdict> verdict, boolean first) {
        return verdict.map(Badge::of)
                .map(badge -> new Cell(
                        badge.code().equals("AC") ? badge.sign() : badge.code(), badge.tone(), badge.words(), first))
                .orElse(new Cell(Cell.NOTHING.sign(), Cell.NOTHING.tone(), Cell.NOTHING.words(), first));
    }
}
