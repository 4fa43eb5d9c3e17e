package assay.server.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How far gradings are, for those who watch them. */
public final class Watching {
    private final Handle handle;

    Watching(Handle handle) {
        this.handle = handle;
    }

    /** How far those are that are shown for submissions, by the submission. */
    public Map<String, Progress> shown(Collection<String> submissions) {
        return progress(submissions, "applied_at is not null", "applied_at, id");
    }

    private Map<String, Progress> progress(Collection<String> submissions, String which, String order) {
        if (submissions.isEmpty()) {
            return Map.of();
        }
        Query query = handle.createQuery("select submission, state, cases_done, cases_total from gradings"
                        + " where submission in (<submissions>) and " + which + " order by " + order)
                .bindList("submissions", List.copyOf(submissions));
        return query.map((row, _) -> new Progress(
                        row.getString(1), GradingState.valueOf(row.getString(2)), row.getInt(3), row.getInt(4)))
                .collect(Collectors.toMap(Progress::submission, one -> one, (earlier, later) -> later));
    }

    /** How far the newest self-checks of submissions are, by the submission. */
    public Map<String, Progress> selfChecks(Collection<String> submissions) {
        return progress(submissions, "batch = '" + StoredGrading.SELF_CHECK + "'", "queued_at, id");
    }
}
