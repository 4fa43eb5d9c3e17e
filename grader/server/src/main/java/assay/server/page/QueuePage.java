package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Queue and workers. */
public record QueuePage(
        Frame frame, List<Figure> figures, List<WorkerLine> workers, List<JobLine> jobs, List<JobLine> aside) {
    public QueuePage {
        requireNonNull(frame, "frame is null");
        figures = List.copyOf(figures);
        workers = List.copyOf(workers);
        jobs = List.copyOf(jobs);
        aside = List.copyOf(aside);
    }
}
