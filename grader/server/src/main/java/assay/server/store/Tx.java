package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/** What can be read and written within one transaction; for one thread, and only until it is over. */
public final class Tx {
    private final Handle handle;
    private final InstantSource clock;

    Tx(Handle handle, InstantSource clock) {
        this.handle = requireNonNull(handle, "handle is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For tables of other packages, and for the queue, which writes its job in the same transaction. */
    public Handle handle() {
        return handle;
    }

    /** To the millisecond, as it is stored. */
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    public People people() {
        return new People(handle, now());
    }

    public Courses courses() {
        return new Courses(handle, now());
    }

    public Submissions submissions() {
        return new Submissions(handle, now());
    }

    public Gradings gradings() {
        return new Gradings(handle, now());
    }

    public Watching watching() {
        return new Watching(handle);
    }

    public Backlog backlog() {
        return new Backlog(handle);
    }

    public Grades grades() {
        return new Grades(handle, now());
    }

    public Classes classes() {
        return new Classes(handle);
    }

    public Regrades regrades() {
        return new Regrades(handle, now());
    }

    public Teams teams() {
        return new Teams(handle, now());
    }

    public Reveals reveals() {
        return new Reveals(handle, now());
    }

    public Events events() {
        return new Events(handle, now());
    }

    public Credentials credentials() {
        return new Credentials(handle, now());
    }

    public Fleet fleet() {
        return new Fleet(handle, now());
    }

    /**
     * Notes who did what.
     *
     * @param actor a person's id, or the name of a part of the server
     */
    public void audit(String actor, String action, String course, String subject, String detail) {
        handle.createUpdate("insert into audit (id, at, actor, action, course, subject, detail)"
                        + " values (:id, :at, :actor, :action, :course, :subject, :detail)")
                .bind("id", Ids.at(now()))
                .bind("at", now())
                .bind("actor", actor)
                .bind("action", action)
                .bind("course", course)
                .bind("subject", subject)
                .bind("detail", detail)
                .execute();
    }
}
