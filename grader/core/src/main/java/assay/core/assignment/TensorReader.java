package assay.core.assignment;

import assay.core.assignment.ArgumentSpec.ConstantChannels;
import assay.core.assignment.ArgumentSpec.Normal;
import assay.core.assignment.ArgumentSpec.Uniform;
import assay.core.assignment.ArgumentSpec.Values;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how a tensor is drawn, e.g. {@code { normal: [2, 3, 32, 32], mean: 0, std: 1 }}. */
final class TensorReader {
    /** 64 MiB as floats: far above what a kernel needs to be told right from wrong, far below a sandbox's memory. */
    static final int MOST_NUMBERS = 1 << 24;

    private static final int MOST_DIMENSIONS = 8;
    private static final List<String> FORMS = List.of("normal", "uniform", "constant-channels", "values");

    private TensorReader() {}

    static Optional<ArgumentSpec> tensor(YamlValue value) {
        if (!value.isMapping()) {
            return value.problem("must be a tensor, such as { normal: [2, 3, 32, 32] }");
        }
        return value.object().flatMap(TensorReader::tensor);
    }

    private static Optional<ArgumentSpec> tensor(YamlObject object) {
        List<String> forms = FORMS.stream().filter(object::has).toList();
        if (forms.size() != 1) {
            object.allow(List.of(
                    "normal",
                    "uniform",
                    "constant-channels",
                    "values",
                    "shape",
                    "mean",
                    "std",
                    "low",
                    "high",
                    "constant"));
            return object.problem("must have one of the keys " + String.join(", ", FORMS));
        }
        return switch (forms.getFirst()) {
            case "normal" -> normal(object.allow(List.of("normal", "mean", "std", "constant")));
            case "uniform" -> uniform(object.allow(List.of("uniform", "low", "high")));
            case "constant-channels" -> constantChannels(object.allow(List.of("constant-channels", "mean", "std")));
            default -> values(object.allow(List.of("values", "shape")));
        };
    }

    private static Optional<ArgumentSpec> normal(YamlObject object) {
        Optional<List<Integer>> shape = object.required("normal").flatMap(TensorReader::shape);
        double mean = mean(object);
        double deviation = deviation(object);
        List<Integer> constant = object.optional("constant")
                .map(value -> channels(value, shape.orElse(List.of())))
                .orElse(List.of());
        return shape.map(lengths -> new Normal(lengths, mean, deviation, constant));
    }

    private static Optional<ArgumentSpec> uniform(YamlObject object) {
        Optional<List<Integer>> shape = object.required("uniform").flatMap(TensorReader::shape);
        Optional<Double> low = object.required("low").flatMap(TensorReader::bound);
        Optional<Double> high = object.required("high").flatMap(TensorReader::bound);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        return low.get() < high.get()
                ? shape.map(lengths -> new Uniform(lengths, low.get(), high.get()))
                : object.problem("low must be less than high");
    }

    private static Optional<ArgumentSpec> constantChannels(YamlObject object) {
        Optional<YamlValue> value = object.required("constant-channels");
        Optional<List<Integer>> shape = value.flatMap(TensorReader::shape);
        double mean = mean(object);
        double deviation = deviation(object);
        if (shape.filter(lengths -> lengths.size() < 2).isPresent()) {
            return value.flatMap(at -> at.problem("must have channels, in dimension 1, but has one dimension"));
        }
        return shape.map(lengths -> new ConstantChannels(lengths, mean, deviation));
    }

    private static Optional<ArgumentSpec> values(YamlObject object) {
        Optional<List<Integer>> shape = object.required("shape").flatMap(TensorReader::shape);
        List<YamlValue> items =
                object.required("values").flatMap(YamlValue::list).orElse(List.of());
        List<Float> values =
                items.stream().flatMap(item -> item.floatNumber().stream()).toList();
        if (shape.isEmpty() || values.size() < items.size()) {
            return Optional.empty();
        }
        long expected = size(shape.get());
        return values.size() == expected
                ? Optional.of(new Values(shape.get(), values))
                : object.problem("the shape holds " + expected + " numbers, but there are " + values.size());
    }

    private static Optional<List<Integer>> shape(YamlValue value) {
        List<YamlValue> items = value.list().orElse(List.of());
        List<Integer> lengths = items.stream()
                .flatMap(item -> item.wholeNumber(1, Integer.MAX_VALUE).stream())
                .toList();
        if (!value.isSequence() || lengths.size() < items.size()) {
            return Optional.empty();
        }
        if (lengths.isEmpty() || lengths.size() > MOST_DIMENSIONS) {
            return value.problem("must have from 1 to " + MOST_DIMENSIONS + " dimensions, but has " + lengths.size());
        }
        return size(lengths) > MOST_NUMBERS
                ? value.problem("is too large: a tensor may hold at most " + MOST_NUMBERS + " numbers")
                : Optional.of(lengths);
    }

    private static List<Integer> channels(YamlValue value, List<Integer> shape) {
        List<Integer> channels = new ArrayList<>();
        if (shape.size() == 1) {
            value.problem("there are no channels: the tensor has one dimension");
            return channels;
        }
        int last = shape.isEmpty() ? Integer.MAX_VALUE : shape.get(1) - 1;
        for (YamlValue item : value.list().orElse(List.of())) {
            Optional<Integer> channel = item.wholeNumber(0, last);
            if (channel.filter(channels::contains).isPresent()) {
                item.problem("stands here a second time");
            }
            channel.ifPresent(channels::add);
        }
        return channels;
    }

    private static double mean(YamlObject object) {
        return object.optional("mean").flatMap(TensorReader::bound).orElse(0.0);
    }

    private static double deviation(YamlObject object) {
        return object.optional("std")
                .flatMap(value -> bound(value)
                        .flatMap(number -> number < 0 ? value.problem("must not be negative") : Optional.of(number)))
                .orElse(1.0);
    }

    /** A number in the range of a float, as precise as it is written. */
    private static Optional<Double> bound(YamlValue value) {
        return value.number()
                .flatMap(number -> Math.abs(number) > Float.MAX_VALUE
                        ? value.problem("is out of the range of a float")
                        : Optional.of(number));
    }

    /** Stops growing above the limit, so that it never overflows. */
    private static long size(List<Integer> shape) {
        return shape.stream()
                .mapToLong(Integer::longValue)
                .reduce(1, (size, length) -> size > MOST_NUMBERS ? size : size * length);
    }
}
