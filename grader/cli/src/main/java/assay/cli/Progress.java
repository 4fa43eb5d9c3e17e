package assay.cli;

import assay.core.batch.BatchListener;
import assay.core.pipeline.GradingEvent;
import assay.core.report.text.SafeText;
import assay.core.result.Grading;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a class is: a moving bar for a person, a line a submission for a log. */
interface Progress extends BatchListener, AutoCloseable {
    int NAME_CAP = 40;

    @Override
    void close();

    static Progress of(int submissions, Console console) {
        return console.interactive() ? new Bar(submissions) : new Lines(submissions, console);
    }

    /** A bar on standard error. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(int submissions) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Grading")
                    .setInitialMax(submissions)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .setUnit(" submissions", 1)
                    .build();
        }

        @Override
        public void event(GradingEvent event) {
            if (event instanceof GradingEvent.CaseDone done) {
                bar.setExtraMessage(" " + SafeText.line(done.student(), NAME_CAP));
            }
        }

        @Override
        public void done(Grading grading, boolean reused) {
            bar.step();
        }

        @Override
        public void close() {
            bar.setExtraMessage("");
            bar.close();
        }
    }

    /** Plain lines on standard error. */
    final class Lines implements Progress {
        private final int submissions;
        private final Console console;
        private final AtomicInteger done = new AtomicInteger();
        private final Set<String> troubled = ConcurrentHashMap.newKeySet(); // said once for each student

        Lines(int submissions, Console console) {
            this.submissions = submissions;
            this.console = console;
        }

        @Override
        public void event(GradingEvent event) {
            if (event instanceof GradingEvent.Retried retried && troubled.add(retried.student())) {
                console.say("Trying again for %s: %s"
                        .formatted(SafeText.line(retried.student(), NAME_CAP), retried.reason()));
            }
        }

        @Override
        public void done(Grading grading, boolean reused) {
            console.say("%d/%d %s %s %s of %s%s"
                    .formatted(
                            done.incrementAndGet(),
                            submissions,
                            SafeText.line(grading.student(), NAME_CAP),
                            grading.verdict(),
                            grading.score().total(),
                            grading.score().maximum(),
                            reused ? " (unchanged)" : ""));
        }

        @Override
        public void close() {
            // Nothing is left open: every line is whole.
        }
    }
}
