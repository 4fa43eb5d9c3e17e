package assay.core.assignment;

import assay.core.assignment.Part.TrainingPart;
import assay.core.domain.DataSize;
import assay.core.domain.Points;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads a part that trains. */
final class TrainingReader {
    private static final List<String> KEYS =
            List.of("network", "data", "epochs", "wall", "memory", "device", "needs", "give-up", "items");
    private static final List<String> DEVICES = List.of("cpu", "gpu");
    private static final int MOST_EPOCHS = 10_000;
    private static final Duration WALL = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final DataSize MEMORY = DataSize.ofMebibytes(4 * 1024);
    private static final DataSize LEAST_MEMORY = DataSize.ofMebibytes(1024);

    private TrainingReader() {}

    /** The part, whose {@code training} is that value. */
    static Optional<Part> part(YamlValue value, String id, String title, Points whole) {
        return value.object().map(object -> {
            object.allow(KEYS);
            List<TrainingItem> items =
                    object.required("items").map(TrainingReader::items).orElse(List.of());
            Points sum = items.stream().map(TrainingItem::points).reduce(Points.ZERO, Points::plus);
            if (!items.isEmpty() && !sum.equals(whole)) {
                object.problem("the points of the items add up to " + sum + ", and the part has " + whole);
            }
            return new TrainingPart(id, title, whole, spec(object), items);
        });
    }

    private static TrainingSpec spec(YamlObject object) {
        return new TrainingSpec(
                object.required("network").flatMap(Ids::read).orElse(""),
                object.required("data").flatMap(Ids::read).orElse(""),
                object.required("epochs")
                        .flatMap(value -> value.wholeNumber(1, MOST_EPOCHS))
                        .orElse(1),
                object.optional("wall").flatMap(TrainingReader::duration).orElse(WALL),
                object.optional("memory").flatMap(TrainingReader::memory).orElse(MEMORY),
                object.optional("device")
                        .flatMap(value -> value.oneOf(DEVICES, "device"))
                        .map(DEVICES.getLast()::equals)
                        .orElse(false),
                object.optional("needs").flatMap(YamlValue::list).orElse(List.of()).stream()
                        .flatMap(value -> Ids.read(value).stream())
                        .toList(),
                object.optional("give-up").flatMap(TrainingReader::giveUp));
    }

    private static Optional<TrainingSpec.GiveUp> giveUp(YamlValue value) {
        return value.object().flatMap(object -> {
            object.allow(List.of("after", "below"));
            Optional<Integer> after = object.required("after").flatMap(number -> number.wholeNumber(1, MOST_EPOCHS));
            Optional<Double> below = object.required("below").flatMap(TrainingReader::share);
            return after.flatMap(epochs -> below.map(share -> new TrainingSpec.GiveUp(epochs, share)));
        });
    }

    private static List<TrainingItem> items(YamlValue value) {
        Ids ids = new Ids();
        List<YamlValue> list = value.list().orElse(List.of());
        if (value.isSequence() && list.isEmpty()) {
            value.problem("must have at least one item");
        }
        return list.stream()
                .flatMap(item -> item.object().stream())
                .flatMap(object -> item(object, ids).stream())
                .toList();
    }

    private static Optional<TrainingItem> item(YamlObject object, Ids ids) {
        String id = object.required("id").flatMap(ids::readNew).orElse("");
        Points worth = object.required("points").flatMap(PointsReader::points).orElse(Points.ZERO);
        return TrainingCheckReader.check(object).map(check -> new TrainingItem(id, worth, check));
    }

    static Optional<Double> share(YamlValue value) {
        return value.written(Units.PERCENT, Units::percent).map(share -> share.doubleValue());
    }

    static Optional<Duration> duration(YamlValue value) {
        return value.written(Units.DURATION, Units::duration)
                .flatMap(limit -> limit.isZero() || limit.compareTo(LONGEST) > 0
                        ? value.problem("must be more than 0s and at most 7d")
                        : Optional.of(limit));
    }

    private static Optional<DataSize> memory(YamlValue value) {
        return value.written(Units.SIZE, Units::size)
                .flatMap(size -> size.bytes() < LEAST_MEMORY.bytes()
                        ? value.problem("must be at least " + LEAST_MEMORY)
                        : Optional.of(size));
    }
}
