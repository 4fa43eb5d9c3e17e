package assay.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The queue as people look at it. A course's alone, or with {@link #EVERYWHERE} that of the whole installation. */
public final class Backlog {
    /** Instead of a course. */
    public static final String EVERYWHERE = "";

    private static final String THERE = " and (:course = '' or g.course = :course)";
    private static final String QUEUED = "select g.*, t.execution_time as job_at, t.last_heartbeat as job_heartbeat"
            + " from gradings g left join scheduled_tasks t on t.task_instance = g.id where g.state = :state" + THERE;
    /** Of a grading {@code g} that was set aside: whether it is settled, since it was queued again. */
    static final String AGAIN = "exists (select 1 from gradings n where n.submission = g.submission"
            + " and n.batch = g.batch and n.id <> g.id and n.queued_at >= g.ended_at)";

    private static final String OPEN_STILL = " and not " + AGAIN;

    private final Handle handle;

    Backlog(Handle handle) {
        this.handle = handle;
    }

    /** In the order in which they are taken. */
    public List<QueuedGrading> waiting(String course, int limit) {
        return queued(
                GradingState.WAITING, "coalesce(t.priority, -2147483648) desc, t.execution_time, g.id", course, limit);
    }

    /** Those that have run longest come first. */
    public List<QueuedGrading> running(String course, int limit) {
        return queued(GradingState.RUNNING, "g.started_at, g.id", course, limit);
    }

    private List<QueuedGrading> queued(GradingState state, String order, String course, int limit) {
        return handle.createQuery(QUEUED + " order by " + order + " limit :limit")
                .bind("state", state)
                .bind("course", course)
                .bind("limit", limit)
                .map(Backlog::row)
                .list();
    }

    private static QueuedGrading row(ResultSet row, StatementContext context) throws SQLException {
        RowMapper<StoredGrading> mapper =
                context.findRowMapperFor(StoredGrading.class).orElseThrow();
        return new QueuedGrading(
                mapper.map(row, context),
                instant(row.getTimestamp("job_at")),
                instant(row.getTimestamp("job_heartbeat")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp column) {
        return Optional.ofNullable(column).map(Timestamp::toInstant);
    }

    /** Given up through a fault of ours, and not yet graded again; the newest first. */
    public List<StoredGrading> setAside(String course, int limit) {
        return handle.createQuery("select g.* from gradings g where g.state = 'SET_ASIDE'" + THERE + OPEN_STILL
                        + " order by g.ended_at desc, g.id limit :limit")
                .bind("course", course)
                .bind("limit", limit)
                .mapTo(StoredGrading.class)
                .list();
    }

    /** Whether what was set aside is not graded again since. */
    public boolean open(StoredGrading aside) {
        return handle.createQuery("select count(*) from gradings g where g.id = :id" + OPEN_STILL)
                        .bind("id", aside.id())
                        .mapTo(Long.class)
                        .one()
                == 1;
    }

    /** How many wait, by urgency; every urgency is named. */
    public Map<Urgency, Long> waiting(String course) {
        Map<Urgency, Long> counts = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
            counts.put(urgency, 0L);
        }
        handle.createQuery("select g.urgency, count(*) from gradings g where g.state = 'WAITING'" + THERE
                        + " group by g.urgency")
                .bind("course", course)
                .map((row, _) -> Map.entry(Urgency.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    public long count(String course, GradingState state) {
        return handle.createQuery("select count(*) from gradings g where g.state = :state" + THERE
                        + (state == GradingState.SET_ASIDE ? OPEN_STILL : ""))
                .bind("state", state)
                .bind("course", course)
                .mapTo(Long.class)
                .one();
    }
}
