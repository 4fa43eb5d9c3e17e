package assay.cli;

import assay.core.intake.FileNames;
import assay.core.result.Grading;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The grades of a class for another program. */
final class GradesJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private GradesJson() {}

    /** One object: the index page, and for each student the points, the verdict and the path of the whole record. */
    static String of(List<Grading> gradings, Path out) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("index", out.resolve("index.html").toAbsolutePath().normalize().toString());
        root.put("grades", gradings.stream().map(grading -> grade(grading, out)).toList());
        return JSON.writeValueAsString(root);
    }

    private static Map<String, @Nullable Object> grade(Grading grading, Path out) {
        Map<String, @Nullable Object> grade = new LinkedHashMap<>();
        grade.put("student", grading.student());
        grade.put("verdict", grading.verdict().name());
        grade.put("maximum", grading.score().maximum().value());
        boolean graded = grading.graded(); // or else no number may be taken for a grade
        grade.put("raw", graded ? grading.score().raw().value() : null);
        grade.put("days_late", grading.lateness().days());
        grade.put("penalty", graded ? grading.score().penalty().value() : null);
        grade.put("total", graded ? grading.score().total().value() : null);
        grade.put("pending", graded ? grading.pending().value() : null);
        grade.put("problem", grading.problem());
        grade.put(
                "record",
                out.resolve("full")
                        .resolve(FileNames.of(grading.student()) + ".json")
                        .toAbsolutePath()
                        .normalize()
                        .toString());
        return grade;
    }
}
