package assay.server.store;

import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Submissions whose hidden cases a student has asked to see before all are released. */
public final class Reveals {
    private final Handle handle;
    private final Instant now;

    Reveals(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** @return whether it was not revealed yet */
    public boolean add(String submission, String person) {
        return handle.createUpdate("insert into reveals (submission, person, revealed_at)"
                                + " values (:submission, :person, :now) on conflict (submission) do nothing")
                        .bind("submission", submission)
                        .bind("person", person)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Of somebody's submissions, their team's among them. */
    public Set<String> of(String course, String assignment, String person) {
        return handle.createQuery("select submission from reveals where submission in " + Submissions.OWN)
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .mapTo(String.class)
                .set();
    }
}
