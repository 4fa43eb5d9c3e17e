package assay.cli.bench;

import assay.core.batch.ClassGrading;
import assay.core.port.Sandbox;

/** Sees to it that a run that is interrupted leaves no container behind. */
public interface Guard extends AutoCloseable {
    @Override
    void close();

    /** Sets up a guard. */
    interface Factory {
        Guard over(ClassGrading grading, Sandbox sandbox);
    }
}
