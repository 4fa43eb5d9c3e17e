package assay.core.lms;

import assay.core.domain.Notice;
import assay.core.intake.ClassFile;
import assay.core.intake.Gathered;
import assay.core.report.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out whose each file of a download is. Students choose what files are called, and often their own names: a name
 * that can be read as of two people is nobody's, unless the teacher's sheet says that one of them does not exist.
 */
final class Claims {
    static final String LIST = "submissions.csv";
    private static final int SHOWN = 10;

    private final LmsSystem system;
    private final LmsRequest request;
    private final Map<String, Claim> byStudent = new TreeMap<>();
    private final Map<String, Gathered> contested = new TreeMap<>();
    private final List<String> stray = new ArrayList<>();

    Claims(LmsSystem system, LmsRequest request) {
        this.system = system;
        this.request = request;
    }

    /** A file that is nobody's. */
    void stray(ClassFile file) {
        if (!file.path().equals(LIST)) {
            stray.add(file.top());
        }
    }

    /**
     * A file of one of those.
     *
     * @param path of the file inside the submission, after that reading
     */
    void add(ClassFile file, List<Reading> readings, Function<Reading, String> path) {
        List<Reading> known = readings.stream().filter(this::isKnown).toList();
        if (readings.size() > 1 && known.size() != 1) {
            contest(file, readings);
            return;
        }
        Reading reading = known.size() == 1 ? known.getFirst() : readings.getFirst();
        // By number where there is one: two names under one number are then seen, and graded to nobody.
        String key = reading.id().isEmpty() ? " " + reading.name() : reading.id();
        byStudent.computeIfAbsent(key, one -> new Claim(system, reading)).add(file, reading, path.apply(reading));
    }

    private boolean isKnown(Reading reading) {
        return request.sheet()
                .map(sheet -> sheet.knows(reading.id(), reading.name()))
                .orElse(false);
    }

    private void contest(ClassFile file, List<Reading> readings) {
        String candidates = readings.stream()
                .map(reading -> "'" + reading.student() + "'")
                .distinct()
                .collect(Collectors.joining(" or "));
        String help = request.sheet().isEmpty()
                ? " Give the teacher's sheet (--worksheet) as well: it says who there is."
                : "";
        contested.putIfAbsent(
                file.top(),
                new Gathered(
                        file.top(),
                        List.of(),
                        List.of(),
                        file.modified(),
                        List.of(),
                        Optional.of("By its name this can be of " + candidates + ", so that it was graded to nobody."
                                + help)));
    }

    Gathering gathering() {
        List<Gathered> gathered = new ArrayList<>(contested.values());
        List<LmsStudent> students = new ArrayList<>();
        List<Notice> warnings = new ArrayList<>();
        byStudent.values().forEach(claim -> {
            gathered.add(claim.gathered(request));
            students.add(claim.student());
        });
        if (!contested.isEmpty()) {
            warnings.add(new Notice("Graded to nobody, since their names can be read as of two people: "
                    + few(List.copyOf(contested.keySet())) + "."));
        }
        if (!stray.isEmpty()) {
            warnings.add(new Notice("Ignored, since " + system.words() + " names no submission so: "
                    + few(stray.stream().distinct().toList()) + "."));
        }
        long guessed = byStudent.values().stream()
                .filter(claim -> claim.isGuessed(request))
                .count();
        if (guessed > 0) {
            warnings.add(new Notice("The download of " + system.words() + " does not say when things were handed in;"
                    + " for " + guessed + " of " + byStudent.size() + " the result says what was taken instead."
                    + " A submissions.csv in the unpacked folder wins over it."));
        }
        return new Gathering(gathered, students, warnings, List.of());
    }

    private static String few(List<String> names) {
        String first =
                names.stream().limit(SHOWN).map(name -> "'" + shown(name) + "'").collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? first : first + " and " + (names.size() - SHOWN) + " more";
    }

    private static String shown(String name) {
        return SafeText.line(name, 100);
    }
}
