package assay.core.lms;

import assay.core.domain.Notice;
import assay.core.intake.ClassFile;
import assay.core.intake.ClassFiles;
import assay.core.intake.Gathered;
import assay.core.intake.Gathered.GatheredFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gradescope's "Export submissions": a folder for each submission, and a list that says whose it is. */
record GradescopeLayout() implements Layout {
    static final String LIST = "submission_metadata.yml";
    private static final int LONGEST = 32 << 20;

    @Override
    public LmsSystem system() {
        return LmsSystem.GRADESCOPE;
    }

    @Override
    public boolean fits(ClassFiles files) {
        return list(files).isPresent();
    }

    private static Optional<ClassFile> list(ClassFiles files) {
        return files.files().stream().filter(file -> file.path().equals(LIST)).findFirst();
    }

    @Override
    public Gathering gather(ClassFiles files, LmsRequest request) {
        Optional<ClassFile> list = list(files);
        if (list.isEmpty()) {
            return Gathering.unusable("There is no " + LIST + " at the top of the export.");
        }
        byte[] yaml;
        try {
            yaml = list.get().read(LONGEST);
        } catch (IOException unreadable) {
            return Gathering.unusable(LIST + " cannot be read: " + unreadable.getMessage());
        }
        return switch (GradescopeList.read(yaml)) {
            case GradescopeList.Invalid(String problem) -> Gathering.unusable(problem);
            case GradescopeList.Read(List<GradescopeList.Handed> handed) -> gather(files, handed, request);
        };
    }

    private Gathering gather(ClassFiles files, List<GradescopeList.Handed> list, LmsRequest request) {
        Map<String, List<ClassFile>> byFolder = new LinkedHashMap<>();
        files.files()
                .forEach(file -> byFolder.computeIfAbsent(file.top(), top -> new ArrayList<>())
                        .add(file));
        List<Gathered> gathered = new ArrayList<>();
        Set<LmsStudent> students = new LinkedHashSet<>();
        Set<String> unnamed = new TreeSet<>(byFolder.keySet());
        unnamed.removeAll(Set.of(LIST, Claims.LIST));
        for (GradescopeList.Handed handed : list) {
            List<GatheredFile> found = byFolder.getOrDefault(handed.folder(), List.of()).stream()
                    .map(file -> new GatheredFile(inside(file), file))
                    .toList();
            unnamed.remove(handed.folder());
            for (GradescopeList.Person person : handed.submitters()) {
                LmsStudent student = student(person);
                students.add(student);
                gathered.add(gathered(student, found, handed, request.deadline()));
            }
        }
        List<Notice> warnings = unnamed.isEmpty()
                ? List.of()
                : List.of(new Notice(LIST + " does not say whose these are, so that nobody was graded for them: "
                        + String.join(", ", unnamed.stream().limit(10).toList()) + "."));
        return new Gathering(gathered, List.copyOf(students), warnings, List.of());
    }

    private static String inside(ClassFile file) {
        return file.isAtTheTop()
                ? file.path()
                : file.path().substring(file.top().length() + 1);
    }

    /** By student number, else by address: names are not one person's alone. */
    private LmsStudent student(GradescopeList.Person person) {
        String id = Stream.of(person.sid(), person.email(), person.name())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("unknown");
        List<String> aliases = Stream.of(person.sid(), person.email())
                .filter(text -> !text.isEmpty())
                .toList();
        return new LmsStudent(id, system(), person.sid(), person.name(), aliases);
    }

    private static Gathered gathered(
            LmsStudent student, List<GatheredFile> files, GradescopeList.Handed handed, Instant deadline) {
        List<Notice> notices = handed.createdAt().isPresent()
                ? List.of()
                : List.of(new Notice(LIST + " does not say when this was handed in. Taken: in time, at the deadline."));
        Optional<String> missing = files.isEmpty()
                ? Optional.of("The export holds no files under " + handed.folder() + ".")
                : Optional.empty();
        return new Gathered(
                student.student(), student.aliases(), files, handed.createdAt().orElse(deadline), notices, missing);
    }
}
