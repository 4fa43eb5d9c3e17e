package assay.core.lms;

import assay.core.domain.Notice;
import assay.core.intake.Gathered;
import java.util.List;

/**
 * What a layout made of a download.
 *
 * @param warnings to the teacher
 * @param problems why the download as a whole cannot be used
 */
record Gathering(List<Gathered> gathered, List<LmsStudent> students, List<Notice> warnings, List<String> problems) {
    Gathering {
        gathered = List.copyOf(gathered);
        students = List.copyOf(students);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    static Gathering unusable(String problem) {
        return new Gathering(List.of(), List.of(), List.of(), List.of(problem));
    }
}
