package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Queue and workers: of a course, or of the whole installation.
 *
 * @param back to the course; empty for the whole installation
 * @param done what has just been done; empty where nothing was
 * @param more how much waits besides what is listed; empty where nothing does
 */
public record QueuePage(
        Frame frame,
        Optional<Link> back,
        String done,
        List<Figure> figures,
        List<WorkerLine> workers,
        List<Running> running,
        List<Waiting> waiting,
        String more,
        List<Aside> aside) {
    /** @param lease until when its worker holds it, if nothing more is heard of the worker */
    public record Running(Link link, String of, String where, String since, String progress, String lease) {
        public Running {
            requireNonNull(link, "link is null");
            requireNonNull(of, "of is null");
            requireNonNull(where, "where is null");
            requireNonNull(since, "since is null");
            requireNonNull(progress, "progress is null");
            requireNonNull(lease, "lease is null");
        }
    }

    /** @param note why it waits again, and until when; empty where it was not tried yet */
    public record Waiting(Link link, String of, String urgency, String since, String note) {
        public Waiting {
            requireNonNull(link, "link is null");
            requireNonNull(of, "of is null");
            requireNonNull(urgency, "urgency is null");
            requireNonNull(since, "since is null");
            requireNonNull(note, "note is null");
        }
    }

    /**
     * What was given up through a fault of ours.
     *
     * @param again where it is put back into the queue
     */
    public record Aside(Link link, String of, String since, String tries, String reason, String again) {
        public Aside {
            requireNonNull(link, "link is null");
            requireNonNull(of, "of is null");
            requireNonNull(since, "since is null");
            requireNonNull(tries, "tries is null");
            requireNonNull(reason, "reason is null");
            requireNonNull(again, "again is null");
        }
    }

    public QueuePage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(done, "done is null");
        figures = List.copyOf(figures);
        workers = List.copyOf(workers);
        running = List.copyOf(running);
        waiting = List.copyOf(waiting);
        requireNonNull(more, "more is null");
        aside = List.copyOf(aside);
    }
}
