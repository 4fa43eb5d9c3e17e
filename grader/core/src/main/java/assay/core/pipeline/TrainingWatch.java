package assay.core.pipeline;

import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingSpec;
import assay.core.port.ReferenceNetworks;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingWatcher;
import assay.core.result.TrainingCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Measures the weights after each epoch, tells of it, and ends a run that leads nowhere. */
final class TrainingWatch implements TrainingWatcher {
    private final TrainingPart part;
    private final ReferenceNetworks networks;
    private final String student;
    private final Consumer<GradingEvent> listener;
    private final List<Measured> measured = new ArrayList<>();
    private int epochs;
    private Duration spent = Duration.ZERO;

    TrainingWatch(TrainingPart part, ReferenceNetworks networks, String student, Consumer<GradingEvent> listener) {
        this.part = part;
        this.networks = networks;
        this.student = student;
        this.listener = listener;
    }

    @Override
    public void announced(TrainingRun.Announced announced) {
        epochs = Math.clamp(announced.epochs(), 1, Math.max(1, part.spec().epochs()));
        measured.add(measure(announced.weights()));
        tell(0, Float.NaN, Duration.ZERO);
    }

    @Override
    public String epoch(TrainingRun.Epoch epoch) {
        measured.add(measure(epoch.weights()));
        spent = spent.plus(epoch.wall());
        tell(epoch.number(), epoch.loss(), epoch.wall());
        Optional<TrainingSpec.GiveUp> giveUp = part.spec().giveUp();
        boolean hopeless = giveUp.isPresent()
                && epoch.number() >= giveUp.get().afterEpochs()
                && measured.getLast() instanceof Measured.Accuracy accuracy
                && accuracy.share() < giveUp.get().below();
        if (measured.getLast()
                instanceof Measured.NotFinite(String where)) { // what is no number never becomes one again
            return "after epoch %d the weights are not all numbers: %s".formatted(epoch.number(), where);
        }
        return hopeless
                ? "after epoch %d fewer than %s of the watched images are right"
                        .formatted(
                                epoch.number(),
                                TrainingWords.asked(giveUp.orElseThrow().below()))
                : "";
    }

    /** Before training and after each epoch. */
    List<Measured> measured() {
        return List.copyOf(measured);
    }

    boolean fits() {
        return !measured.isEmpty() && measured.stream().noneMatch(Measured.Unfit.class::isInstance);
    }

    /** Empty where nothing was trained. */
    static Optional<TrainingCurve> curve(TrainingEvidence evidence) {
        if (evidence.run().isEmpty() || evidence.watched().isEmpty()) {
            return Optional.empty();
        }
        List<TrainingRun.Epoch> done = evidence.run().get().epochs();
        List<TrainingCurve.Point> points = new ArrayList<>();
        int watched = 0;
        for (int epoch = 0; epoch < evidence.watched().size() && epoch <= done.size(); epoch++) {
            Optional<Measured.Accuracy> accuracy = evidence.watched().get(epoch) instanceof Measured.Accuracy found
                    ? Optional.of(found)
                    : Optional.empty();
            watched = Math.max(watched, accuracy.map(Measured.Accuracy::total).orElse(0));
            points.add(new TrainingCurve.Point(
                    epoch,
                    epoch == 0 ? Double.NaN : done.get(epoch - 1).loss(),
                    accuracy.map(Measured.Accuracy::loss).orElse(Double.NaN),
                    accuracy.map(Measured.Accuracy::share).orElse(Double.NaN),
                    epoch == 0 ? Duration.ZERO : done.get(epoch - 1).wall()));
        }
        return Optional.of(new TrainingCurve(watched, points));
    }

    private Measured measure(byte[] weights) {
        return networks.measure(part.spec(), weights, TrainingPartRunner.WATCHED);
    }

    private void tell(int number, float loss, Duration wall) {
        double accuracy = measured.getLast() instanceof Measured.Accuracy found ? found.share() : Double.NaN;
        Duration left =
                number == 0 ? part.spec().wall() : spent.dividedBy(number).multipliedBy((long) epochs - number);
        listener.accept(new GradingEvent.EpochDone(
                student, part.id(), number, epochs, loss, accuracy, wall, left.isNegative() ? Duration.ZERO : left));
    }
}
