package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.port.GoldenSource;
import assay.core.result.Grading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Grades a class twice, the second time on a machine whose every processor is kept busy, and compares. */
public final class Determinism {
    private final ClassRun run;
    private final GoldenSource goldens;
    private final Consumer<String> progress;

    /** @param progress gets a sentence before something takes time */
    public Determinism(ClassRun run, GoldenSource goldens, Consumer<String> progress) {
        this.run = requireNonNull(run, "run is null");
        this.goldens = requireNonNull(goldens, "goldens is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    /**
     * What came of it.
     *
     * @param verdicts how many were compared: of submissions and of their cases
     * @param differences each with its place and both verdicts
     * @param sameTable whether both grades.csv are the same to the byte
     */
    public record Result(int verdicts, List<String> differences, boolean sameTable) {
        public Result {
            differences = List.copyOf(differences);
        }

        public boolean same() {
            return sameTable && differences.isEmpty();
        }
    }

    /**
     * Runs it.
     *
     * @param samples the folder of submissions
     * @param out gets the results, in {@code idle} and {@code busy}
     */
    public Result compare(Path samples, int jobs, Path out) {
        run.prepare();
        progress.accept("grading the class of " + run.assignment().id());
        Map<String, String> idle = verdicts(grade(samples, jobs, out.resolve("idle")));
        int processors = Runtime.getRuntime().availableProcessors();
        progress.accept("grading it again, with " + processors + " threads that keep every processor busy");
        try (Burners _ = Burners.on(processors)) {
            Map<String, String> busy = verdicts(grade(samples, jobs, out.resolve("busy")));
            return new Result(
                    idle.size(),
                    differences(idle, busy),
                    same(out.resolve("idle/grades.csv"), out.resolve("busy/grades.csv")));
        }
    }

    private List<Grading> grade(Path samples, int jobs, Path out) {
        return run.grade(samples, goldens, jobs, out, new Walls(_ -> {}));
    }

    /** By their places. */
    static Map<String, String> verdicts(List<Grading> gradings) {
        Map<String, String> verdicts = new TreeMap<>();
        for (Grading grading : gradings) {
            verdicts.put(grading.student(), grading.verdict().name());
            grading.parts()
                    .forEach(part -> part.cases()
                            .forEach(result -> verdicts.put(
                                    grading.student() + " " + part.id() + " " + result.id(),
                                    result.verdict().name())));
        }
        return verdicts;
    }

    static List<String> differences(Map<String, String> idle, Map<String, String> busy) {
        TreeSet<String> places = new TreeSet<>(idle.keySet());
        places.addAll(busy.keySet());
        return places.stream()
                .filter(place -> !idle.getOrDefault(place, "").equals(busy.getOrDefault(place, "")))
                .map(place -> "%s: %s when idle, %s when busy"
                        .formatted(place, idle.getOrDefault(place, "none"), busy.getOrDefault(place, "none")))
                .toList();
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.mismatch(one, other) == -1;
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "compare the tables of grades", e);
        }
    }
}
