package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.pipeline.GradingEvent;
import assay.core.report.text.Words;
import java.util.Locale;

/** Says a line after each epoch: losses, what the grader measured, and the time that is left. */
record TrainingProgress(Console console) {
    TrainingProgress {
        requireNonNull(console, "console is null");
    }

    void show(GradingEvent event) {
        if (event instanceof GradingEvent.EpochDone done) {
            console.say(line(done));
        }
    }

    static String line(GradingEvent.EpochDone done) {
        String accuracy = Double.isNaN(done.accuracy())
                ? "not measured"
                : String.format(Locale.ROOT, "%.2f %% right", 100 * done.accuracy());
        return done.epoch() == 0
                ? "before training: " + accuracy
                : String.format(
                        Locale.ROOT,
                        "epoch %d of %d: loss %.4f, %s, took %s%s",
                        done.epoch(),
                        done.of(),
                        done.loss(),
                        accuracy,
                        Words.elapsed(done.wall()),
                        done.left().isZero() ? "" : ", about " + Words.elapsed(done.left()) + " left");
    }
}
