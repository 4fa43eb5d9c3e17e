package assay.core.assignment;

import assay.core.assignment.Part.ManualPart;
import assay.core.assignment.Part.RubricItem;
import assay.core.domain.Points;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a part that a person grades. */
final class ManualReader {
    /** Markdown alone: what comes in other formats is not read from a submission. */
    private static final Pattern DOCUMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\.md");

    private static final List<String> RESERVED = List.of("readme.md", "statement.md");

    private ManualReader() {}

    static Optional<Part> read(YamlObject manual, String id, String title, Points points) {
        manual.allow(List.of("document", "rubric"));
        String document = manual.required("document")
                .flatMap(value -> value.written(
                        "the name of a Markdown file, such as discussion.md, and not readme.md or statement.md",
                        ManualReader::document))
                .orElse("");
        Optional<YamlValue> list = manual.required("rubric");
        List<YamlValue> items = list.flatMap(YamlValue::list).orElse(List.of());
        Ids ids = new Ids();
        List<RubricItem> rubric = items.stream()
                .flatMap(item -> item.object().stream())
                .map(item -> item(item, ids))
                .toList();
        Points sum = rubric.stream().map(RubricItem::points).reduce(Points.ZERO, Points::plus);
        if (rubric.size() == items.size() && !sum.equals(points)) {
            return list.flatMap(
                    value -> value.problem("its items have " + sum + " points together, but the part has " + points));
        }
        return Optional.of(new ManualPart(id, title, points, document, rubric));
    }

    private static RubricItem item(YamlObject item, Ids ids) {
        item.allow(List.of("id", "about", "points"));
        return new RubricItem(
                item.required("id").flatMap(ids::readNew).orElse(""),
                item.required("about").flatMap(YamlValue::text).orElse(""),
                item.required("points").flatMap(PointsReader::points).orElse(Points.ZERO));
    }

    private static Optional<String> document(String name) {
        return Optional.of(name)
                .filter(text -> DOCUMENT.matcher(text).matches())
                .filter(text -> RESERVED.stream().noneMatch(text::equalsIgnoreCase));
    }
}
