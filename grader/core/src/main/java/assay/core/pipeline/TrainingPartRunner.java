package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingSpec;
import assay.core.domain.Digests;
import assay.core.domain.GraderFault;
import assay.core.domain.Verdict;
import assay.core.port.Classes;
import assay.core.port.ReferenceNetworks;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.ReferenceNetworks.Probe;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.core.score.TrainingScore;
import assay.kernels.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Trains a part's network once, measures what came of it, and judges each item. For one submission, part after part. */
final class TrainingPartRunner {
    /** Test images that are measured after each epoch: within 2 % of the accuracy, in a second. */
    static final int WATCHED = 2000;

    private static final int ALL = Integer.MAX_VALUE;

    /** A run is long: what breaks twice waits for a person, or for the queue. */
    private static final int MOST_TRIES = 2;

    private static final int HEX = 16;

    private final Assignment assignment;
    private final Trainings trainings;
    private final String student;
    private final Consumer<GradingEvent> listener;
    private final Tries tries;
    private final Map<String, Measured> results = new HashMap<>();
    private final Map<String, byte[]> ended = new HashMap<>();

    TrainingPartRunner(Assignment assignment, Trainings trainings, String student, Consumer<GradingEvent> listener) {
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.trainings = requireNonNull(trainings, "trainings is null");
        this.student = requireNonNull(student, "student is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.tries = new Tries(reason -> listener.accept(new GradingEvent.Retried(student, reason)), MOST_TRIES);
    }

    /**
     * Trains and judges.
     *
     * @param done what came of the parts before, of which some may be needed
     */
    PartResult train(TrainingPart part, Optional<Classes> classes, Map<String, PartResult> done) {
        Optional<String> missing = part.spec().needs().stream()
                .filter(id -> Optional.ofNullable(done.get(id))
                        .map(result -> result.verdict() != Verdict.AC)
                        .orElse(true))
                .findFirst();
        if (missing.isPresent()) {
            return TrainingScore.unrun(
                    part,
                    Verdict.SK,
                    "Nothing was trained: the part " + missing.get() + " must be accepted before time is spent on it.");
        }
        Optional<TrainingSpec.Start> start = part.spec().start();
        if (start.isPresent() && !ended.containsKey(start.get().part())) {
            return TrainingScore.unrun(
                    part,
                    Verdict.SK,
                    "Nothing was trained: this begins with the weights of the part "
                            + start.get().part() + ", which has none that fit.");
        }
        try {
            return judged(part, tries.of(() -> trained(part, classes.orElseThrow())));
        } catch (GraderFault fault) {
            return TrainingScore.unrun(part, Verdict.IE, fault.explanation());
        }
    }

    /** Whether the weights have the names and shapes of the part's network. */
    boolean fits(TrainingPart part, byte[] weights) {
        return !(networks().measure(part.spec(), weights, 1) instanceof Measured.Unfit);
    }

    /** Judges weights that were trained elsewhere. */
    PartResult weights(TrainingPart part, byte[] weights) {
        Probe probe = networks().probe(part.spec(), seed(part));
        Measured result = networks().measure(part.spec(), weights, ALL);
        return judged(
                part,
                new TrainingEvidence(
                        Optional.empty(),
                        probe,
                        List.of(),
                        List.of(),
                        Optional.of(result),
                        Map.of(),
                        Map.of(),
                        Map.of()));
    }

    /** Where training begins is what we gave, and only where we gave nothing what the code says. */
    private TrainingEvidence trained(TrainingPart part, Classes classes) {
        TrainingSpec spec = part.spec();
        Probe probe = networks().probe(spec, seed(part));
        TrainingWatch watch = new TrainingWatch(part, networks(), student, listener);
        TrainingOrder order = TrainingOrders.of(part, seed(part), probe, startWeights(spec));
        TrainingRun run = trainings.ground().train(classes, spec, order, watch);
        Optional<byte[]> first = run.announced().map(TrainingRun.Announced::weights);
        Optional<byte[]> last = run.epochs().isEmpty()
                ? Optional.empty()
                : Optional.of(run.epochs().getLast().weights());
        Optional<Measured> result = last.map(weights -> networks().measure(spec, weights, ALL));
        Map<String, Measured> before = Map.copyOf(results);
        result.ifPresent(measured -> results.put(part.id(), measured));
        if (watch.fits()) { // where nothing is trained, the network itself has to do
            last.or(() -> first.filter(_ -> spec.epochs() == 0)).ifPresent(weights -> ended.put(part.id(), weights));
        }
        return new TrainingEvidence(
                Optional.of(run),
                probe,
                order.rateSteps(),
                watch.measured(),
                result,
                first.filter(_ -> watch.fits())
                        .<Map<String, Tensor>>map(
                                weights -> order.start().isEmpty() ? networks().weights(spec, weights) : order.start())
                        .orElse(Map.of()),
                last.filter(_ -> watch.fits())
                        .map(weights -> networks().weights(spec, weights))
                        .orElse(Map.of()),
                before);
    }

    /** By name; none where the task initialises its network itself. */
    private Map<String, Tensor> startWeights(TrainingSpec spec) {
        return spec.start()
                .map(start -> networks().weights(spec, requireNonNull(ended.get(start.part()), "checked before")))
                .orElse(Map.of());
    }

    private PartResult judged(TrainingPart part, TrainingEvidence evidence) {
        TrainingJudge judge = new TrainingJudge(part.spec(), evidence);
        List<CaseResult> results = part.items().stream().map(judge::judge).toList();
        results.forEach(result ->
                listener.accept(new GradingEvent.CaseDone(student, part.id(), result.id(), result.verdict())));
        return TrainingScore.of(
                part, results, TrainingWords.note(part.spec(), evidence), TrainingWatch.curve(evidence));
    }

    private long seed(TrainingPart part) {
        String digest = Digests.ofFields(List.of("training", assignment.id(), part.id(), assignment.digest()));
        return Long.parseUnsignedLong(digest.substring(0, HEX), HEX);
    }

    private ReferenceNetworks networks() {
        return trainings
                .networks()
                .orElseThrow(() -> new GraderFault(
                        GraderFault.Code.GOLDEN, "measure a network", "this command has no reference networks"));
    }
}
