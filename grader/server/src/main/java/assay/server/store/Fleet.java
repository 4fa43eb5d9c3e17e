package assay.server.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The workers, the queue's clock, and what all processes of an installation share. */
public final class Fleet {
    private final Handle handle;
    private final Instant now;

    Fleet(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** A worker says that it is there. */
    public void seen(String id, String host, String capabilities, int threads, String note) {
        handle.createUpdate("insert into workers (id, host, capabilities, threads, started_at, seen_at, note)"
                        + " values (:id, :host, :capabilities, :threads, :now, :now, :note)"
                        + " on conflict (id) do update set seen_at = excluded.seen_at, note = excluded.note")
                .bind("id", id)
                .bind("host", host)
                .bind("capabilities", capabilities)
                .bind("threads", threads)
                .bind("note", note)
                .bind("now", now)
                .execute();
    }

    public List<Worker> workers(Duration within) {
        return handle.createQuery("select * from workers where seen_at > :since order by started_at, id")
                .bind("since", now.minus(within))
                .mapTo(Worker.class)
                .list();
    }

    public Optional<byte[]> installation(String name) {
        return handle.createQuery("select value from installation where name = :name")
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne();
    }

    public void installation(String name, byte[] value) {
        handle.createUpdate("insert into installation (name, value) values (:name, :value)"
                        + " on conflict (name) do update set value = excluded.value")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }

    /**
     * Makes due what waits for a time further ahead than anything ever waits: it was put there before a clock was set back.
     * What is under way by then holds for no longer than it may from now on.
     *
     * @return how many jobs were made due
     */
    public int recall(Duration furthest) {
        handle.createUpdate("update scheduled_tasks set last_heartbeat = :now"
                        + " where picked = :picked and last_heartbeat > :latest")
                .bind("now", Timestamp.from(now))
                .bind("picked", true)
                .bind("latest", Timestamp.from(now.plus(furthest)))
                .execute();
        return handle.createUpdate("update scheduled_tasks set execution_time = :now, version = version + 1"
                        + " where picked = :picked and execution_time > :latest")
                .bind("now", Timestamp.from(now))
                .bind("picked", false)
                .bind("latest", Timestamp.from(now.plus(furthest)))
                .execute();
    }

    public void advance(long tag) {
        handle.createUpdate("update queue_clock set tag = :tag where id = 1 and tag < :tag")
                .bind("tag", tag)
                .execute();
    }

    /**
     * What a new grading of a student finds in the queue.
     *
     * @param clock the largest tag of any grading that was started
     * @param lastTag the largest tag of what waits in its course as urgently; 0 where nothing does
     * @param behind how many gradings of the student wait there as urgently
     */
    public record Standing(long clock, long lastTag, long behind) {}

    public Standing standing(String course, String person, Urgency urgency) {
        String waits = " from gradings where state = 'WAITING' and course = :course and urgency = :urgency";
        return handle.createQuery("select (select tag from queue_clock where id = 1),"
                        + " (select coalesce(max(base_tag), 0)" + waits + "),"
                        + " (select count(*)" + waits + " and person = :person)")
                .bind("course", course)
                .bind("person", person)
                .bind("urgency", urgency)
                .map((row, _) -> new Standing(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }
}
