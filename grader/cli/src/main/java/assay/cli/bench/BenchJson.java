package assay.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures for another program: each way under its name, and below {@code series} every class that was graded. */
public final class BenchJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BenchJson() {}

    public static String of(BenchReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("assignment", report.assignment());
        root.put("processors", report.processors());
        root.put("busy_with_others", report.busy());
        root.put("jobs", report.settings().mostJobs());
        root.put("left_out", report.leftOut());
        root.put("unavailable", report.unavailable());
        root.put("goldens", report.goldens().stream().map(BenchJson::golden).toList());
        BenchSettings.WAYS.forEach(way -> report.of(way).ifPresent(result -> root.put(way, way(result, report))));
        root.put("series", report.results().stream().map(BenchJson::entry).toList());
        root.put("ratios", ratios(report));
        root.put("latency", report.latencies().stream().map(BenchJson::latency).toList());
        root.put("peak_memory_bytes", report.peakMemory().bytes());
        return JSON.writeValueAsString(root);
    }

    private static Map<String, Object> golden(GoldenTime time) {
        Map<String, Object> golden = new LinkedHashMap<>();
        golden.put("assignment", time.assignment());
        golden.put("cases", time.cases());
        golden.put("cold_seconds", Measurement.seconds(time.cold()));
        golden.put("stored_seconds", Measurement.seconds(time.stored()));
        return golden;
    }

    private static Map<String, Object> way(Result result, BenchReport report) {
        Map<String, Object> way = entry(result);
        way.remove("way");
        if (result.way().equals("plain")) {
            way.put("compared", report.agreement().compared());
            way.put("green", report.agreement().green());
            way.put("otherwise", report.agreement().otherwise());
        }
        return way;
    }

    private static Map<String, Object> entry(Result result) {
        Measurement measurement = result.measurement();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("way", result.way());
        entry.put("submissions", measurement.submissions());
        entry.put("jobs", result.jobs());
        entry.put("cases_per_submission", result.cases());
        entry.put("submissions_per_minute", measurement.submissionsPerMinute());
        entry.put("cpu_seconds_per_submission", measurement.cpuSecondsPerSubmission());
        entry.put("own_cpu_seconds_per_submission", measurement.ownCpuSecondsPerSubmission());
        entry.put("tree_cpu_seconds_per_submission", measurement.treeCpuSecondsPerSubmission());
        entry.put("wall_seconds_median", measurement.wallSeconds(50));
        entry.put("wall_seconds_95th", measurement.wallSeconds(95));
        entry.put("wall_seconds_99th", measurement.wallSeconds(99));
        entry.put("memory_bytes", result.memory().bytes());
        return entry;
    }

    private static Map<String, Object> ratios(BenchReport report) {
        Map<String, Object> ratios = new LinkedHashMap<>();
        for (String way : List.of("docker", "oci")) {
            report.throughputRatio(way, "plain").ifPresent(ratio -> ratios.put(way + "_throughput_over_plain", ratio));
            report.cpuRatio("plain", way).ifPresent(ratio -> ratios.put("plain_cpu_over_" + way, ratio));
            report.cpuRatio(way, "floor").ifPresent(ratio -> ratios.put(way + "_cpu_over_floor", ratio));
        }
        return ratios;
    }

    private static Map<String, Object> latency(Latency latency) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("what", latency.key());
        entry.put("times", latency.walls().size());
        entry.put("seconds_median", latency.seconds(50));
        entry.put("seconds_95th", latency.seconds(95));
        entry.put("seconds_99th", latency.seconds(99));
        return entry;
    }
}
