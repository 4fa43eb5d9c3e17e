package assay.cli.bench;

import assay.core.domain.Submission;
import java.util.List;

/** One way of grading. Throws {@link assay.core.domain.GraderFault} where this machine cannot do it. */
interface Way extends AutoCloseable {
    /** E.g. {@code docker}; the figures are told under it. */
    String name();

    /** How many cases of a submission it runs. */
    int cases();

    /** The most submissions that are worth waiting for. */
    int atMost();

    /** Sees to all that is needed once and stays; no part of what is measured. */
    void prepare();

    /** Grades a class, so many at a time; {@code walls} is told of each. */
    void grade(List<Submission> submissions, int jobs, Walls walls);

    /** Removes what {@link #prepare} made for this alone. */
    @Override
    void close();
}
