package assay.core.assignment;

import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what an item of a training part asks for. */
final class TrainingCheckReader {
    private static final List<String> CHECKS = List.of(
            "hyper-parameters",
            "architecture",
            "forward",
            "train-mode",
            "kaiming-normal",
            "loss-at",
            "beats",
            "loss-falls",
            "accuracy-improves",
            "accuracy",
            "learning-rate",
            "frozen",
            "epoch-time");
    private static final int MOST_STEPS = 100_000_000;

    private TrainingCheckReader() {}

    static Optional<TrainingCheck> check(YamlObject item) {
        return item.required("check")
                .flatMap(value -> value.oneOf(CHECKS, "check"))
                .flatMap(name -> switch (name) {
                    case "hyper-parameters" -> plain(item, new TrainingCheck.HyperParameters());
                    case "architecture" -> plain(item, new TrainingCheck.Architecture());
                    case "forward" -> plain(item, new TrainingCheck.Forward());
                    case "train-mode" -> plain(item, new TrainingCheck.TrainMode());
                    case "kaiming-normal" -> plain(item, new TrainingCheck.KaimingNormal());
                    case "loss-at" -> lossAt(with(item, "epoch", "at-most"));
                    case "beats" -> beats(with(item, "part", "by"));
                    case "loss-falls" ->
                        with(item, "to")
                                .required("to")
                                .flatMap(TrainingReader::share)
                                .map(TrainingCheck.LossFalls::new);
                    case "accuracy" ->
                        with(item, "above")
                                .required("above")
                                .flatMap(TrainingReader::share)
                                .map(TrainingCheck.Accuracy::new);
                    case "accuracy-improves" -> improves(with(item, "from", "to", "by"));
                    case "learning-rate" -> with(item, "at").required("at").flatMap(TrainingCheckReader::rates);
                    case "frozen" ->
                        with(item, "layers")
                                .required("layers")
                                .flatMap(YamlValue::list)
                                .map(list -> list.stream()
                                        .flatMap(layer -> Ids.read(layer).stream())
                                        .toList())
                                .map(TrainingCheck.Frozen::new);
                    default ->
                        with(item, "at-most")
                                .required("at-most")
                                .flatMap(TrainingReader::duration)
                                .map(TrainingCheck.EpochTime::new);
                });
    }

    private static Optional<TrainingCheck> plain(YamlObject item, TrainingCheck check) {
        with(item);
        return Optional.of(check);
    }

    private static YamlObject with(YamlObject item, String... own) {
        List<String> keys = new ArrayList<>(List.of("id", "points", "check"));
        keys.addAll(List.of(own));
        return item.allow(keys);
    }

    private static Optional<TrainingCheck> lossAt(YamlObject item) {
        Optional<Integer> epoch = item.required("epoch").flatMap(value -> value.wholeNumber(1, MOST_STEPS));
        Optional<Double> atMost = item.required("at-most").flatMap(YamlValue::number);
        return epoch.flatMap(number -> atMost.map(loss -> new TrainingCheck.LossAt(number, loss)));
    }

    private static Optional<TrainingCheck> beats(YamlObject item) {
        Optional<String> part = item.required("part").flatMap(Ids::read);
        Optional<Double> by = item.required("by").flatMap(TrainingReader::share);
        return part.flatMap(id -> by.map(share -> new TrainingCheck.Beats(id, share)));
    }

    private static Optional<TrainingCheck> improves(YamlObject item) {
        Optional<Integer> from = item.required("from").flatMap(value -> value.wholeNumber(0, MOST_STEPS));
        Optional<Integer> to = item.required("to").flatMap(value -> value.wholeNumber(1, MOST_STEPS));
        Optional<Double> by = item.required("by").flatMap(TrainingReader::share);
        if (from.isEmpty() || to.isEmpty() || by.isEmpty()) {
            return Optional.empty();
        }
        return to.get() > from.get()
                ? Optional.of(new TrainingCheck.AccuracyImproves(from.get(), to.get(), by.get()))
                : item.problem("to must be a later epoch than from");
    }

    private static Optional<TrainingCheck> rates(YamlValue value) {
        List<YamlValue> list = value.list().orElse(List.of());
        Map<Integer, Double> rates = new TreeMap<>();
        for (YamlValue entry : list) {
            entry.object().ifPresent(object -> {
                object.allow(List.of("update", "rate"));
                Optional<Integer> update =
                        object.required("update").flatMap(number -> number.wholeNumber(0, MOST_STEPS));
                Optional<Double> rate = object.required("rate").flatMap(YamlValue::number);
                update.ifPresent(step -> rate.ifPresent(number -> rates.put(step, number)));
            });
        }
        return rates.isEmpty()
                ? value.problem("must name at least one update")
                : Optional.of(new TrainingCheck.LearningRate(rates));
    }
}
