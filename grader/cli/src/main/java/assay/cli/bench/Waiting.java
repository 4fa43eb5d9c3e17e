package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.Limits;
import assay.core.domain.Submission;
import assay.core.intake.Intake;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingPipeline;
import assay.core.pipeline.GradingRequest;
import assay.core.port.CompileOutcome;
import assay.core.port.GoldenSource;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long one waits for a submission that is graded alone, as when a student has just handed it in. */
final class Waiting {
    /** Somebody reads the result, and meanwhile the sandbox starts the next runner. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Assignment assignment;
    private final GoldenSource goldens;
    private final List<Submission> samples;
    private final int times;

    Waiting(Assignment assignment, GoldenSource goldens, List<Submission> samples, int times) {
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.goldens = requireNonNull(goldens, "goldens is null");
        this.samples = List.copyOf(samples);
        this.times = times;
    }

    /** Of gradings, after two that are not counted and warm the sandbox. */
    Latency graded(String what, String key, Supplier<Sandbox> sandboxes, String version) {
        try (Sandbox sandbox = sandboxes.get()) {
            GradingContext context = GradingContext.of(assignment, sandbox, goldens, version);
            GradingPipeline pipeline = new GradingPipeline(sandbox, goldens);
            List<Duration> walls = new ArrayList<>();
            for (int i = -2; i < times; i++) {
                Submission sample = samples.get(Math.floorMod(i, samples.size()));
                long start = System.nanoTime();
                pipeline.grade(new GradingRequest(context, new Intake.Accepted(sample)), _ -> {});
                if (i >= 0) {
                    walls.add(Duration.ofNanos(System.nanoTime() - start));
                }
                pause();
            }
            return new Latency(what, key, walls);
        }
    }

    /**
     * Of a sandbox alone: from asking for one to its first answer and its end, with nothing started ahead.
     *
     * @param sandboxes open one that starts nothing ahead
     */
    Latency started(String what, String key, Supplier<Sandbox> sandboxes) {
        try (Sandbox sandbox = sandboxes.get()) {
            if (!(sandbox.compile(samples.getFirst().sources(), Limits.DEFAULT)
                    instanceof CompileOutcome.Compiled compiled)) {
                return new Latency(what, key, List.of(Duration.ZERO));
            }
            List<Duration> walls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                sandbox.open(compiled.classes(), Limits.DEFAULT, Pace.BRIEF).close();
                walls.add(Duration.ofNanos(System.nanoTime() - start));
            }
            return new Latency(what, key, walls);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
