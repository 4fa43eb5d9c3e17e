package assay.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures for a person. */
public final class BenchText {
    private static final double PERCENT = 100;
    private static final double MEBI = 1024.0 * 1024.0;

    private BenchText() {}

    /** Lines that end with a line feed. */
    public static String of(BenchReport report) {
        List<String> lines = new ArrayList<>();
        setting(report, lines);
        lines.add("");
        goldens(report, lines);
        lines.add("");
        ways(report, lines);
        latencies(report, lines);
        lines.add("");
        remarks(report, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void setting(BenchReport report, List<String> lines) {
        lines.add(line(
                "%s on %d processors; others took %.0f %% of them",
                report.assignment(), report.processors(), report.busy() * PERCENT));
        if (report.wasDisturbed()) {
            lines.add("Note: the machine was busy with something else, so these figures mean little.");
        }
        if (!report.leftOut().isEmpty()) {
            lines.add("Left out, for they cannot be read or run into a limit by design: "
                    + String.join(", ", report.leftOut()));
        }
    }

    private static void goldens(BenchReport report, List<String> lines) {
        lines.add(line("%-28s %9s %9s %11s", "Goldens", "cases", "made", "from store"));
        boolean first = true;
        for (GoldenTime time : report.goldens()) {
            lines.add(line(
                    "%-28s %9d %7.2f s %9.3f s%s",
                    time.assignment(),
                    time.cases(),
                    Measurement.seconds(time.cold()),
                    Measurement.seconds(time.stored()),
                    first ? "   (made: with the loading of PyTorch)" : ""));
            first = false;
        }
    }

    private static void ways(BenchReport report, List<String> lines) {
        lines.add(line(
                "%-8s %6s %5s %6s %9s %8s %9s %8s %8s %7s %7s %7s %8s",
                "Grading",
                "class",
                "jobs",
                "cases",
                "a minute",
                "x plain",
                "CPU each",
                "x floor",
                "of ours",
                "median",
                "95th",
                "99th",
                "memory"));
        for (Result result : report.results()) {
            Measurement measurement = result.measurement();
            lines.add(line(
                    "%-8s %6d %5d %6d %9.1f %8s %7.3f s %8s %6.3f s %5.2f s %5.2f s %5.2f s %4.0f MiB",
                    result.way(),
                    measurement.submissions(),
                    result.jobs(),
                    result.cases(),
                    measurement.submissionsPerMinute(),
                    ratio(report.of("plain")
                            .map(plain -> measurement.submissionsPerMinute()
                                    / plain.measurement().submissionsPerMinute())),
                    measurement.cpuSecondsPerSubmission(),
                    ratio(report.of("floor")
                            .map(floor -> measurement.cpuSecondsPerSubmission()
                                    / floor.measurement().cpuSecondsPerSubmission())),
                    measurement.treeCpuSecondsPerSubmission(),
                    measurement.wallSeconds(50),
                    measurement.wallSeconds(95),
                    measurement.wallSeconds(99),
                    result.memory().bytes() / MEBI));
        }
        report.unavailable().forEach((way, why) -> lines.add(line("%-8s not here: %s", way, why)));
    }

    private static void latencies(BenchReport report, List<String> lines) {
        if (report.latencies().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(line("%-34s %7s %9s %9s %9s", "One at a time", "times", "median", "95th", "99th"));
        for (Latency latency : report.latencies()) {
            lines.add(line(
                    "%-34s %7d %7.3f s %7.3f s %7.3f s",
                    latency.what(),
                    latency.walls().size(),
                    latency.seconds(50),
                    latency.seconds(95),
                    latency.seconds(99)));
        }
    }

    private static void remarks(BenchReport report, List<String> lines) {
        lines.add(line(
                "Peak memory of this process: %.0f MiB.", report.peakMemory().bytes() / MEBI));
        lines.add(
                "floor: this JVM, warm, compiles and calls the same kernels without any sandbox. plain: one docker run");
        lines.add(
                "a submission, with javac and the JUnit console in it. maven: one Maven build a submission, offline, in");
        lines.add("no sandbox. Both grade the same cases, none of them hidden. x floor is of the processor time,");
        lines.add(
                "which is that of the whole machine: engine, containers and kernel included. of ours: what this process");
        lines.add(
                "and those that it started have taken; it has no part of an engine's, and nothing of anybody else's.");
        Agreement agreement = report.agreement();
        if (agreement.compared() > 0) {
            lines.add(line(
                    "Assay and the plain way say the same of %d of %d submissions (%d green).",
                    agreement.compared() - agreement.otherwise().size(), agreement.compared(), agreement.green()));
        }
        if (!agreement.otherwise().isEmpty()) {
            lines.add("Not of: " + String.join(", ", agreement.otherwise()));
        }
    }

    private static String ratio(Optional<Double> value) {
        return value.map(ratio -> line("%.1f", ratio)).orElse("");
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
