package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.server.store.Store;
import assay.server.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells receivers when the results of an assignment are released, once for each time that was set. */
public final class Releases {
    private final Store store;

    public Releases(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    private record Due(String course, String assignment, Instant at) {}

    /** @return how many were announced */
    public int announceDue() {
        List<Due> due = store.read(Releases::due);
        int announced = 0;
        for (Due one : due) {
            announced += store.write(tx -> announce(tx, one)) ? 1 : 0;
        }
        return announced;
    }

    private static List<Due> due(Tx tx) {
        return tx.handle()
                .createQuery("select r.course, r.assignment, r.release_at from rules r where r.release_at <= :now"
                        + " and r.version = (select max(v.version) from rules v where v.course = r.course"
                        + " and v.assignment = r.assignment) and not exists (select 1 from announced_releases a"
                        + " where a.course = r.course and a.assignment = r.assignment"
                        + " and a.release_at = r.release_at)")
                .bind("now", tx.now())
                .map((row, _) ->
                        new Due(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }

    /** Of several servers, one does. */
    private static boolean announce(Tx tx, Due due) {
        boolean first = tx.handle()
                        .createUpdate("insert into announced_releases (course, assignment, release_at)"
                                + " values (:course, :assignment, :at) on conflict do nothing")
                        .bind("course", due.course())
                        .bind("assignment", due.assignment())
                        .bind("at", due.at())
                        .execute()
                == 1;
        if (first) {
            tx.events()
                    .announce(
                            due.course(),
                            "results.released",
                            Map.of("assignment", due.assignment(), "released_at", due.at().toString()));
        }
        return first;
    }
}
