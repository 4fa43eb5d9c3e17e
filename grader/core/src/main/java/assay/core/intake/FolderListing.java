package assay.core.intake;

import assay.core.domain.Notice;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The top of the class's folder.
 *
 * @param found ordered by name
 * @param warnings about what is nobody's submission
 * @param problems why it cannot be listed
 */
record FolderListing(List<Found> found, List<Notice> warnings, List<String> problems) {
    static final String SUBMISSIONS = "submissions.csv";
    private static final int SHOWN = 10;
    private static final Set<String> TEACHERS = Set.of(SUBMISSIONS, "submission.yaml");

    /** @param student the id that the name stands for */
    record Found(String student, String name, Handed handed) {}

    FolderListing {
        found = List.copyOf(found);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    static FolderListing of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return unusable(folder + " is not a folder.");
        }
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(paths::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            return unusable(folder + " " + Bytes.why(unreadable));
        }
        paths.sort(Comparator.comparing(FolderListing::name));
        List<Found> found = new ArrayList<>();
        List<String> stray = new ArrayList<>();
        for (Path path : paths) {
            if (FileKind.isLeftBehind(name(path)) || isTeachers(path)) {
                continue;
            }
            found(path).ifPresentOrElse(found::add, () -> stray.add(name(path)));
        }
        return new FolderListing(found, warnings(found, stray), List.of());
    }

    static Optional<Found> found(Path path) {
        String name = name(path);
        String id = StudentIds.normalised(Files.isDirectory(path) ? name : ArchiveFormat.withoutSuffix(name));
        return id.isEmpty() ? Optional.empty() : Handed.at(path).map(handed -> new Found(id, name, handed));
    }

    private static List<Notice> warnings(List<Found> found, List<String> stray) {
        List<Notice> warnings = new ArrayList<>();
        if (!stray.isEmpty()) {
            warnings.add(new Notice("Ignored, since a submission is one folder or one archive a student: "
                    + Shown.few(stray, SHOWN) + "."));
        }
        found.stream()
                .filter(one -> one.student().codePoints().anyMatch(InvisibleCharacters::includes))
                .forEach(one -> warnings.add(
                        new Notice("The student id " + Shown.quoted(one.student()) + " holds invisible characters.")));
        return warnings;
    }

    private static boolean isTeachers(Path path) {
        String name = name(path).toLowerCase(Locale.ROOT);
        boolean readme = name.startsWith("readme") && !ArchiveFormat.looksLike(name);
        return !Files.isDirectory(path) && (TEACHERS.contains(name(path)) || readme);
    }

    private static FolderListing unusable(String problem) {
        return new FolderListing(List.of(), List.of(), List.of(problem));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
