package assay.core.batch;

import assay.core.pipeline.GradingEvent;
import assay.core.result.Grading;

/** Hears of a class being graded; may be called by several threads at once. */
public interface BatchListener {
    /** Something happened to one submission. */
    void event(GradingEvent event);

    /** A submission has its result; {@code reused} if nothing had changed since the result of an earlier run. */
    void done(Grading grading, boolean reused);
}
