package assay.core.intake;

import assay.core.domain.Notice;
import assay.core.intake.Gathered.GatheredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A class's zip of no system in particular: one folder or one archive a student.
 *
 * @param warnings about what is nobody's submission
 */
public record PlainDownload(List<Gathered> gathered, List<Notice> warnings) {
    private static final int SHOWN = 10;

    public PlainDownload {
        gathered = List.copyOf(gathered);
        warnings = List.copyOf(warnings);
    }

    public static PlainDownload of(ClassFiles all) {
        ClassFiles files = isWrapped(all) ? all.unwrapped() : all;
        Map<String, List<GatheredFile>> byStudent = new TreeMap<>();
        List<String> stray = new ArrayList<>();
        for (ClassFile file : files.files()) {
            if (!file.isAtTheTop()) {
                String path = file.path().substring(file.top().length() + 1);
                byStudent
                        .computeIfAbsent(StudentIds.normalised(file.top()), student -> new ArrayList<>())
                        .add(new GatheredFile(path, file));
            } else if (ArchiveFormat.of(file.path()).isPresent()) {
                byStudent
                        .computeIfAbsent(
                                StudentIds.normalised(ArchiveFormat.withoutSuffix(file.path())),
                                student -> new ArrayList<>())
                        .add(new GatheredFile(file.path(), file));
            } else {
                stray.add(file.path());
            }
        }
        List<Notice> warnings = stray.isEmpty()
                ? List.of()
                : List.of(new Notice("Ignored, since a submission is one folder or one archive a student: "
                        + Shown.few(stray, SHOWN) + "."));
        return new PlainDownload(
                byStudent.entrySet().stream()
                        .map(student -> gathered(student.getKey(), student.getValue()))
                        .toList(),
                warnings);
    }

    /** Whether one folder holds the class, and is not the one student's of a class of one. */
    private static boolean isWrapped(ClassFiles all) {
        List<ClassFile> inner = all.unwrapped().files();
        return inner.stream().map(ClassFile::top).distinct().count() > 1
                && inner.stream()
                        .allMatch(file -> !file.isAtTheTop()
                                || ArchiveFormat.of(file.path()).isPresent());
    }

    private static Gathered gathered(String student, List<GatheredFile> files) {
        Instant newest = files.stream()
                .map(file -> file.file().modified())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        HandIn guessed = HandIn.guessed(newest, "the newest file in the zip");
        return new Gathered(student, List.of(), files, guessed.submittedAt(), guessed.notices(), Optional.empty());
    }
}
