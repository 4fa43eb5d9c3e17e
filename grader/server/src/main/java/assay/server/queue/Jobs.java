package assay.server.queue;

import assay.server.store.Urgency;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** The jobs as db-scheduler knows them: one a grading, named by its id, so that it cannot be there twice. */
final class Jobs {
    private static final int LEVEL = 500_000_000;

    private Jobs() {}

    /** @param needs what a worker must have; those without do not even look at the job */
    static TaskDescriptor<Void> task(String needs) {
        return TaskDescriptor.of("grade-" + needs);
    }

    /** The larger, the sooner: first by urgency, then by the fair queue's tag. */
    static int priority(Urgency urgency, long tag) {
        int level = switch (urgency) {
            case WAITING -> 2;
            case CROWD -> 1;
            case REGRADE -> 0;
        };
        return level * LEVEL - (int) Math.min(tag, LEVEL - 1L);
    }
}
