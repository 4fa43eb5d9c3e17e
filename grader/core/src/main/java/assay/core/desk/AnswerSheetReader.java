package assay.core.desk;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AnswerReader;
import assay.core.assignment.AnswerSpec;
import assay.core.assignment.Part.AnswersPart;
import assay.core.desk.AnswerSheet.Answer;
import assay.core.desk.AnswerSheet.Answer.Given;
import assay.core.desk.AnswerSheet.Answer.Missing;
import assay.core.desk.AnswerSheet.Answer.Spoilt;
import assay.core.desk.AnswerSheet.Answer.Unreadable;
import assay.core.domain.SourceFile;
import assay.core.yaml.Problem;
import assay.core.yaml.Problems;
import assay.core.yaml.YamlFile;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a student's {@code answers.yaml}: for each part, by its id, a mapping of answers. It is a stranger's text: what is
 * wrong in it is told with its line, and costs the answers concerned and no other.
 */
final class AnswerSheetReader {
    /** Far more than all answers of any exercise together. */
    private static final int LONGEST = 64 * 1024;

    private static final int MOST_REMARKS = 5;

    private final Problems problems = new Problems(DeskWork.ANSWERS);
    private final Map<String, Answer> answers = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final List<AnswersPart> parts;

    private AnswerSheetReader(List<AnswersPart> parts) {
        this.parts = requireNonNull(parts, "parts is null");
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the submission has it
    static AnswerSheet read(Optional<SourceFile> file, List<AnswersPart> parts) {
        String text = file.map(SourceFile::text).orElse("");
        if (text.isBlank()) {
            String why = file.isPresent() ? "is empty" : "was not handed in";
            return AnswerSheet.without(new Missing("Not answered: " + DeskWork.ANSWERS + " " + why + "."));
        }
        if (text.length() > LONGEST) {
            return AnswerSheet.without(
                    new Spoilt(DeskWork.ANSWERS + " is longer than " + LONGEST + " characters, and was not read."));
        }
        return new AnswerSheetReader(parts).read(text);
    }

    private AnswerSheet read(String text) {
        Optional<YamlObject> root = YamlFile.parse(text, problems).flatMap(YamlValue::object);
        if (root.isEmpty()) {
            return AnswerSheet.without(new Spoilt(told(problems.found())));
        }
        for (AnswersPart part : parts) {
            root.get().optional(part.id()).filter(value -> !value.isNothing()).ifPresent(value -> read(part, value));
        }
        root.get().allow(parts.stream().map(AnswersPart::id).toList());
        return new AnswerSheet(answers, remarks(), new Missing("Not answered."));
    }

    private void read(AnswersPart part, YamlValue value) {
        Optional<YamlObject> object = value.object();
        for (AnswerSpec row : part.rows()) {
            String place = AnswerSheet.place(part, row);
            object.map(rows -> answer(rows, row))
                    .orElseGet(() -> Optional.of(new Unreadable(told(problems.at(value.path())))))
                    .ifPresent(answer -> answers.put(place, answer));
        }
        object.ifPresent(
                rows -> rows.allow(part.rows().stream().map(AnswerSpec::id).toList()));
    }

    private Optional<Answer> answer(YamlObject rows, AnswerSpec row) {
        return rows.optional(row.id()).filter(value -> !value.isNothing()).map(value -> {
            Answer given = AnswerReader.of(row.expected().kind(), value)
                    .<Answer>map(Given::new)
                    .orElseGet(() -> new Missing(""));
            List<Problem> own = problems.at(value.path());
            return own.isEmpty() ? given : new Unreadable(told(own));
        });
    }

    /** The first of them, as a compiler prints it. */
    private String told(List<Problem> some) {
        some.forEach(problem -> told.add(problem.toString()));
        return some.stream().findFirst().map(AnswerSheetReader::sentence).orElse(DeskWork.ANSWERS + " cannot be read.");
    }

    private static String sentence(Problem problem) {
        return problem + (problem.message().endsWith("?") ? "" : ".");
    }

    /** What no row tells: keys that nobody asked for, and what is wrong around. It stands with the first part. */
    private Map<String, String> remarks() {
        String remarks = problems.found().stream()
                .filter(problem -> !told.contains(problem.toString()))
                .limit(MOST_REMARKS)
                .map(AnswerSheetReader::sentence)
                .collect(Collectors.joining(" "));
        return parts.isEmpty() || remarks.isEmpty()
                ? Map.of()
                : Map.of(parts.getFirst().id(), remarks);
    }
}
