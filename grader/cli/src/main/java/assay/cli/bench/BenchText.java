package assay.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        lines.add("");
        remarks(report, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void setting(BenchReport report, List<String> lines) {
        lines.add(line(
                "%s on %d processors, %d submissions at a time; others took %.0f %% of the processors",
                report.assignment(), report.processors(), report.settings().jobs(), report.busy() * PERCENT));
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
        Measurement docker = report.docker();
        Measurement plain = report.plain();
        lines.add(line("%-28s %9s %9s %11s", "Grading in Docker", "Assay", "plain", "better by"));
        lines.add(line("%-28s %9d %9d", "submissions", docker.submissions(), plain.submissions()));
        lines.add(line("%-28s %9d %9d", "cases of a submission", report.cases(), report.publicCases()));
        lines.add(line(
                "%-28s %9.1f %9.1f %9.1f x",
                "submissions a minute",
                docker.submissionsPerMinute(),
                plain.submissionsPerMinute(),
                report.throughputRatio()));
        lines.add(line(
                "%-28s %7.2f s %7.2f s %9.1f x",
                "CPU time of a submission",
                docker.cpuSecondsPerSubmission(),
                plain.cpuSecondsPerSubmission(),
                report.cpuRatio()));
        lines.add(line("%-28s %7.2f s", "  of it in this process", docker.ownCpuSecondsPerSubmission()));
        lines.add(wall("wall time, median", 50, docker, plain));
        lines.add(wall("wall time, 95th percentile", 95, docker, plain));
        lines.add(line(
                "%-28s %5.0f MiB", "peak memory of grading", report.peakMemory().bytes() / MEBI));
    }

    private static String wall(String name, int percentile, Measurement docker, Measurement plain) {
        return line("%-28s %7.2f s %7.2f s", name, docker.wallSeconds(percentile), plain.wallSeconds(percentile));
    }

    private static void remarks(BenchReport report, List<String> lines) {
        lines.add(
                "Plain: one docker run a submission, with javac and the JUnit console in it, on the public cases alone,");
        lines.add("which favours it. CPU time is that of the whole machine, engine and containers included.");
        Agreement agreement = report.agreement();
        lines.add(line(
                "On the public cases both say the same of %d of %d submissions (%d green).",
                agreement.compared() - agreement.otherwise().size(), agreement.compared(), agreement.green()));
        if (!agreement.otherwise().isEmpty()) {
            lines.add("Not of: " + String.join(", ", agreement.otherwise()));
        }
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
