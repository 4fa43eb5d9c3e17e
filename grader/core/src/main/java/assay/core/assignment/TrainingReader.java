package assay.core.assignment;

import static java.util.Objects.requireNonNull;

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
    private static final List<String> KEYS = List.of(
            "network",
            "data",
            "epochs",
            "wall",
            "memory",
            "device",
            "gpu-time",
            "needs",
            "give-up",
            "task",
            "start",
            "items");
    private static final List<String> DEVICES = List.of("cpu", "gpu");
    private static final int MOST_EPOCHS = 10_000;
    private static final Duration WALL = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final DataSize MEMORY = DataSize.ofMebibytes(4 * 1024);
    private static final DataSize LEAST_MEMORY = DataSize.ofMebibytes(1024);

    private final KnownNetworks networks;
    private final TrainingReferences references = new TrainingReferences();

    TrainingReader(KnownNetworks networks) {
        this.networks = requireNonNull(networks, "networks is null");
    }

    /** The part, whose {@code training} is that value. */
    Optional<Part> part(YamlValue value, String id, String title, Points whole) {
        return value.object().map(object -> {
            object.allow(KEYS);
            networks.check(object);
            TrainingSpec spec = spec(object, id);
            List<TrainingItem> items = object.required("items")
                    .map(list -> items(list, object, id, spec))
                    .orElse(List.of());
            Points sum = items.stream().map(TrainingItem::points).reduce(Points.ZERO, Points::plus);
            if (!items.isEmpty() && !sum.equals(whole)) {
                object.problem("the points of the items add up to " + sum + ", and the part has " + whole);
            }
            return new TrainingPart(id, title, whole, spec, items);
        });
    }

    /** What parts say of each other; to be called when all are read. */
    void check(List<Part> parts) {
        references.check(parts);
    }

    private TrainingSpec spec(YamlObject object, String id) {
        boolean gpu = gpu(object);
        return new TrainingSpec(
                object.required("network").flatMap(Ids::read).orElse(""),
                object.required("data").flatMap(Ids::read).orElse(""),
                object.required("epochs")
                        .flatMap(value -> value.wholeNumber(0, MOST_EPOCHS))
                        .orElse(1),
                object.optional("wall").flatMap(TrainingReader::duration).orElse(WALL),
                object.optional("memory").flatMap(TrainingReader::memory).orElse(MEMORY),
                gpu,
                object.optional("needs").flatMap(YamlValue::list).orElse(List.of()).stream()
                        .peek(value -> references.needs(id, value))
                        .flatMap(value -> Ids.read(value).stream())
                        .toList(),
                object.optional("give-up").flatMap(TrainingReader::giveUp),
                object.optional("task").flatMap(Ids::read).orElse(""),
                object.optional("start").flatMap(value -> start(value, object, id)),
                object.optional("gpu-time").flatMap(value -> gpuTime(value, gpu)));
    }

    private static boolean gpu(YamlObject object) {
        return object.optional("device")
                .flatMap(value -> value.oneOf(DEVICES, "device"))
                .map(DEVICES.getLast()::equals)
                .orElse(false);
    }

    private static Optional<Duration> gpuTime(YamlValue value, boolean gpu) {
        return gpu ? duration(value) : value.problem("is of use only with device: gpu");
    }

    private Optional<TrainingSpec.Start> start(YamlValue value, YamlObject training, String id) {
        return value.object().flatMap(object -> {
            object.allow(List.of("part", "except"));
            List<YamlValue> layers =
                    object.optional("except").flatMap(YamlValue::list).orElse(List.of());
            networks.checkLayers(training, layers);
            object.optional("part").ifPresent(part -> references.start(id, part));
            List<String> names =
                    layers.stream().flatMap(layer -> Ids.read(layer).stream()).toList();
            return object.required("part").flatMap(Ids::read).map(part -> new TrainingSpec.Start(part, names));
        });
    }

    private static Optional<TrainingSpec.GiveUp> giveUp(YamlValue value) {
        return value.object().flatMap(object -> {
            object.allow(List.of("after", "below"));
            Optional<Integer> after = object.required("after").flatMap(number -> number.wholeNumber(1, MOST_EPOCHS));
            Optional<Double> below = object.required("below").flatMap(TrainingReader::share);
            return after.flatMap(epochs -> below.map(share -> new TrainingSpec.GiveUp(epochs, share)));
        });
    }

    private List<TrainingItem> items(YamlValue value, YamlObject training, String part, TrainingSpec spec) {
        Ids ids = new Ids();
        List<YamlValue> list = value.list().orElse(List.of());
        if (value.isSequence() && list.isEmpty()) {
            value.problem("must have at least one item");
        }
        return list.stream()
                .flatMap(item -> item.object().stream())
                .flatMap(object -> item(object, ids, training, part, spec).stream())
                .toList();
    }

    private Optional<TrainingItem> item(
            YamlObject object, Ids ids, YamlObject training, String part, TrainingSpec spec) {
        String id = object.required("id").flatMap(ids::readNew).orElse("");
        Points worth = object.required("points").flatMap(PointsReader::points).orElse(Points.ZERO);
        Optional<TrainingCheck> found = TrainingCheckReader.check(object);
        found.ifPresent(check -> {
            if (check instanceof TrainingCheck.Beats) {
                object.optional("part").ifPresent(value -> references.beats(part, value));
            }
            if (check instanceof TrainingCheck.Frozen) {
                networks.checkLayers(
                        training,
                        object.optional("layers").flatMap(YamlValue::list).orElse(List.of()));
            }
            int epochs = check.epochs();
            if (epochs > spec.epochs()) {
                object.problem(
                        "this is looked at after epoch " + epochs + ", and the part trains for " + spec.epochs());
            }
        });
        return found.map(check -> new TrainingItem(id, worth, check));
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
