package assay.core.lms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows of a sheet are whose. A number alone is not believed: groups have numbers as well, and one of them may be
 * another person's, so that the name has to agree with it.
 */
final class SheetMatching {
    private final GradeSheet sheet;
    private final Map<LmsStudent, List<SheetRow>> rows = new LinkedHashMap<>();
    private final Map<LmsStudent, String> unmatched = new LinkedHashMap<>();

    private SheetMatching(GradeSheet sheet) {
        this.sheet = sheet;
    }

    static SheetMatching of(GradeSheet sheet, List<LmsStudent> students) {
        SheetMatching matching = new SheetMatching(sheet);
        students.forEach(matching::match);
        matching.takeBackWhatTwoClaim();
        return matching;
    }

    /** Several for a group. */
    Map<LmsStudent, List<SheetRow>> rows() {
        return rows;
    }

    /** With the reason, which follows the student's name. */
    Map<LmsStudent, String> unmatched() {
        return unmatched;
    }

    private void match(LmsStudent student) {
        boolean ours = student.system() == sheet.system() && !student.id().isEmpty();
        List<SheetRow> byNumber = ours
                ? sheet.rows().stream()
                        .filter(row -> row.id().equals(student.id()))
                        .toList()
                : List.of();
        List<SheetRow> own =
                byNumber.stream().filter(row -> row.isNamed(student.name())).toList();
        if (own.size() == 1) {
            rows.put(student, own);
            return;
        }
        List<SheetRow> group = student.system() == LmsSystem.MOODLE
                ? sheet.rows().stream()
                        .filter(row -> row.isIdentified(student.name()))
                        .toList()
                : List.of();
        if (!group.isEmpty() && own.isEmpty()) {
            rows.put(student, group);
        } else if (!byNumber.isEmpty()) {
            unmatched.put(
                    student,
                    "the sheet has this number under another name, '"
                            + byNumber.getFirst().shown() + "'");
        } else if (ours || student.system() == LmsSystem.MOODLE) {
            unmatched.put(student, "the sheet has no such person");
        } else {
            byIdentity(student);
        }
    }

    private void byIdentity(LmsStudent student) {
        List<String> names = new ArrayList<>(student.aliases());
        names.add(student.student());
        List<SheetRow> found = sheet.rows().stream()
                .filter(row -> names.stream()
                        .anyMatch(name -> row.isIdentified(name) || row.id().equals(name)))
                .toList();
        if (found.size() == 1) {
            rows.put(student, found);
        } else {
            unmatched.put(
                    student, found.isEmpty() ? "the sheet has no such person" : "the sheet has several such people");
        }
    }

    private void takeBackWhatTwoClaim() {
        Set<SheetRow> once = new HashSet<>();
        Set<SheetRow> twice = new HashSet<>();
        rows.values().forEach(own -> own.stream().filter(row -> !once.add(row)).forEach(twice::add));
        List<LmsStudent> rivals = rows.entrySet().stream()
                .filter(own -> own.getValue().stream().anyMatch(twice::contains))
                .map(Map.Entry::getKey)
                .toList();
        rivals.forEach(student -> {
            rows.remove(student);
            unmatched.put(student, "another submission is of the same row");
        });
    }
}
