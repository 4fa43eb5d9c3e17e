package assay.cli.bench.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures for another program. */
public final class TrainingJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TrainingJson() {}

    public static String of(TrainingReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("assignment", report.assignment());
        root.put("network", report.spec().network());
        root.put("data", report.spec().data());
        root.put("processors", report.processors());
        root.put("busy_with_others", report.busy());
        root.put("way", report.way());
        root.put("seeds", report.seeds().stream().map(TrainingJson::seed).toList());
        report.accuracy().ifPresent(mean -> root.put(
                "accuracy",
                Map.of("mean", mean.mean(), "low", mean.low(), "high", mean.high(), "least", mean.least())));
        root.put("images_per_epoch", report.images());
        root.put("speeds", report.speeds().stream().map(speed -> speed(speed, report)).toList());
        return JSON.writeValueAsString(root);
    }

    private static Map<String, Object> seed(SeedRun run) {
        Map<String, Object> seed = new LinkedHashMap<>();
        seed.put("seed", run.seed());
        seed.put("right", run.accuracy().correct());
        seed.put("of", run.accuracy().total());
        seed.put("low", run.accuracy().low());
        seed.put("high", run.accuracy().high());
        seed.put("trained_seconds", run.wall().toMillis() / 1e3);
        seed.put("graded_seconds", run.graded().toMillis() / 1e3);
        List<Map<String, Object>> curve = run.curve().stream()
                .map(point -> Map.<String, Object>of(
                        "seconds", point.since().toMillis() / 1e3, "share", point.share()))
                .toList();
        seed.put("curve", curve);
        return seed;
    }

    private static Map<String, Object> speed(Speed speed, TrainingReport report) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("way", speed.way());
        entry.put("images_per_second", speed.median());
        entry.put("rounds", speed.imagesPerSecond());
        report.plain().ifPresent(plain -> entry.put("over_plain", speed.over(plain)));
        return entry;
    }
}
