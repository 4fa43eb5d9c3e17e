package assay.cli.bench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures for a person. */
public final class TrainingText {
    private static final double PERCENT = 100;
    private static final double DISTURBED = 0.1;

    private TrainingText() {}

    /** Lines that end with a line feed. */
    public static String of(TrainingReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "%s: %s on %s, %d processors; others took %.0f %% of them",
                report.assignment(),
                report.spec().network(),
                report.spec().data(),
                report.processors(),
                report.busy() * PERCENT));
        if (report.busy() > DISTURBED) {
            lines.add("Note: the machine was busy with something else, so these times mean little.");
        }
        seeds(report, lines);
        speeds(report, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void seeds(TrainingReport report, List<String> lines) {
        if (report.seeds().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(line(
                "%-22s %6s %8s %9s %17s %9s %9s",
                "Trained in " + report.way(), "epochs", "right", "accuracy", "95 % interval", "trained", "graded"));
        for (SeedRun run : report.seeds()) {
            lines.add(line(
                    "seed %-17d %6d %8d %7.2f %% %7.2f – %5.2f %% %7.1f s %7.1f s",
                    run.seed(),
                    run.curve().size(),
                    run.accuracy().correct(),
                    run.accuracy().share() * PERCENT,
                    run.accuracy().low() * PERCENT,
                    run.accuracy().high() * PERCENT,
                    run.wall().toMillis() / 1e3,
                    run.graded().toMillis() / 1e3));
        }
        report.accuracy()
                .ifPresent(mean -> lines.add(line(
                        "mean of %d seeds: %.2f %%, 95 %% interval %.2f – %.2f %%; the least %.2f %%",
                        report.seeds().size(),
                        mean.mean() * PERCENT,
                        mean.low() * PERCENT,
                        mean.high() * PERCENT,
                        mean.least() * PERCENT)));
    }

    private static void speeds(TrainingReport report, List<String> lines) {
        if (report.speeds().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(line(
                "%-22s %12s %9s   (epochs of %d images, the second of each start)",
                "Trainer", "images/s", "x plain", report.images()));
        for (Speed speed : report.speeds()) {
            lines.add(line(
                    "%-22s %12.0f %9s",
                    speed.way(),
                    speed.median(),
                    report.plain()
                            .map(plain -> line("%.2f", speed.over(plain)))
                            .orElse("")));
        }
        lines.add("plain: the same steps over DJL's ArrayDataset in a JVM of its own, without settings or walls of ours.");
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
