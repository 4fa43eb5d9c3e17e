package assay.core.lms;

import assay.core.domain.Notice;
import assay.core.intake.ClassFile;
import assay.core.intake.Gathered;
import assay.core.intake.Gathered.GatheredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a download holds under one number of a person or group. */
final class Claim {
    /** Files that lie beside one another rather than in a folder. */
    private static final String LOOSE = "";

    private final LmsSystem system;
    private final Reading first;
    private final Set<String> names = new LinkedHashSet<>();
    /** By kind of submission: a person has one folder of each. */
    private final Map<String, Set<String>> folders = new TreeMap<>();

    private final List<GatheredFile> files = new ArrayList<>();
    private boolean late;

    Claim(LmsSystem system, Reading first) {
        this.system = system;
        this.first = first;
    }

    void add(ClassFile file, Reading reading, String path) {
        names.add(reading.name());
        folders.computeIfAbsent(reading.kind(), kind -> new LinkedHashSet<>())
                .add(file.isAtTheTop() ? LOOSE : file.top());
        late |= reading.late();
        files.add(new GatheredFile(path, file));
    }

    LmsStudent student() {
        return new LmsStudent(first.student(), system, first.id(), first.name(), List.of());
    }

    Gathered gathered(LmsRequest request) {
        JavaNames java = JavaNames.of(files);
        List<Notice> notices = new ArrayList<>();
        Optional<Instant> known = known(request);
        if (known.isPresent()) {
            notices.add(new Notice("The time of handing in, " + known.get() + ", is what the teacher's worksheet says,"
                    + " taken as a time of the course's zone."));
        } else {
            notices.add(guess(request.deadline()));
        }
        notices.addAll(java.notices());
        return new Gathered(
                first.student(),
                first.id().isEmpty() ? List.of(first.name()) : List.of(first.id(), first.name()),
                java.files(),
                known.orElseGet(() -> at(request.deadline())),
                notices,
                contradiction());
    }

    boolean isGuessed(LmsRequest request) {
        return known(request).isEmpty();
    }

    private Optional<Instant> known(LmsRequest request) {
        return request.sheet().flatMap(sheet -> sheet.submittedAt(first.id(), first.name()));
    }

    /** Files bear the time of the download, which would make everybody late. What is surely so is all that counts. */
    private Instant at(Instant deadline) {
        Instant newest = files.stream()
                .map(file -> file.file().modified())
                .max(Comparator.naturalOrder())
                .orElse(deadline);
        if (late) {
            return deadline.plusMillis(1);
        }
        return newest.isBefore(deadline) ? newest : deadline;
    }

    private Notice guess(Instant deadline) {
        return new Notice(
                late
                        ? system.words() + " marks this as late, but its download does not say how late. Taken: just"
                                + " after the deadline. The right time belongs into submissions.csv."
                        : "The download of " + system.words() + " does not say when this was handed in. Taken: in time,"
                                + " at " + at(deadline) + ".");
    }

    private Optional<String> contradiction() {
        if (names.size() > 1) {
            return Optional.of("The download has this number under two names, '" + String.join("' and '", names)
                    + "', so that nothing was graded.");
        }
        return folders.values().stream()
                .filter(same -> same.size() > 1)
                .findFirst()
                .map(same -> "The download has two folders for this one student, so that nothing was graded.");
    }
}
