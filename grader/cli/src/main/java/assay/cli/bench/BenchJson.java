package assay.cli.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures for another program. */
public final class BenchJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BenchJson() {}

    public static String of(BenchReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("assignment", report.assignment());
        root.put("processors", report.processors());
        root.put("busy_with_others", report.busy());
        root.put("jobs", report.settings().jobs());
        root.put("left_out", report.leftOut());
        root.put("goldens", report.goldens().stream().map(BenchJson::golden).toList());
        Map<String, Object> docker = way(report.docker(), report.cases());
        docker.put("own_cpu_seconds_per_submission", report.docker().ownCpuSecondsPerSubmission());
        root.put("docker", docker);
        Map<String, Object> plain = way(report.plain(), report.publicCases());
        plain.put("compared", report.agreement().compared());
        plain.put("green", report.agreement().green());
        plain.put("otherwise", report.agreement().otherwise());
        root.put("plain", plain);
        root.put("throughput_ratio", report.throughputRatio());
        root.put("cpu_ratio", report.cpuRatio());
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

    private static Map<String, Object> way(Measurement measurement, int cases) {
        Map<String, Object> way = new LinkedHashMap<>();
        way.put("submissions", measurement.submissions());
        way.put("cases_per_submission", cases);
        way.put("submissions_per_minute", measurement.submissionsPerMinute());
        way.put("cpu_seconds_per_submission", measurement.cpuSecondsPerSubmission());
        way.put("wall_seconds_median", measurement.wallSeconds(50));
        way.put("wall_seconds_95th", measurement.wallSeconds(95));
        return way;
    }
}
