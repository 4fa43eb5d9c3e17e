package assay.server.outbox;

import static java.util.Objects.requireNonNull;

import assay.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.statement.Query;

/** Whether the grades of a whole class have reached the learning platforms, within one transaction: only to be read. */
public final class ClassArrivals {
    /** Where a grade could go: to those whom a platform knows that has a column for the assignment. */
    private static final String KNOWN =
            "select distinct p.person from lti_links l join lti_people p on p.registration ="
                    + " l.registration join members m on m.course = l.course and m.person = p.person where l.course = :course"
                    + " and l.assignment = :assignment and l.line_item <> ''";

    private static final String STANDINGS =
            "select g.person, s.state, case when s.version < g.version then 1 else 0 end"
                    + " as newer, case when k.person is null then 0 else 1 end as known,"
                    + " case when s.version >= g.version then 0 when " + KeptBack.GRADE
                    + " then 1 else 0 end as kept from grades g left join lti_scores s on s.course = g.course and"
                    + " s.assignment = g.assignment and s.person = g.person left join (" + KNOWN
                    + ") k on k.person = g.person"
                    + " where g.course = :course and g.assignment = :assignment"
                    + " and (g.points is not null or s.state is not null)";

    private final Tx tx;

    public ClassArrivals(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    /** Whether any platform has to do with the course. */
    public boolean connected(String course) {
        return tx.handle()
                        .createQuery("select case when exists (select 1 from lti_contexts where course = :course)"
                                + " or exists (select 1 from lti_links where course = :course)"
                                + " or exists (select 1 from lti_scores where course = :course) then 1 else 0 end")
                        .bind("course", course)
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /** By person, in one query however large the class is; of whom there is nothing to send, nothing. */
    public Map<String, Standing> of(String course, String assignment) {
        return standings(tx.handle().createQuery(STANDINGS), course, assignment);
    }

    /** Of one person; empty where there is nothing to send. */
    public Optional<Standing> of(String course, String assignment, String person) {
        Query query =
                tx.handle().createQuery(STANDINGS + " and g.person = :person").bind("person", person);
        return Optional.ofNullable(standings(query, course, assignment).get(person));
    }

    private Map<String, Standing> standings(Query query, String course, String assignment) {
        Map<String, Standing> standings = new HashMap<>();
        query.bind("course", course)
                .bind("assignment", assignment)
                .bind("now", tx.now().toEpochMilli())
                .map((row, _) -> Map.entry(row.getString("person"), standing(row)))
                .forEach(one ->
                        standings.merge(one.getKey(), one.getValue(), BinaryOperator.minBy(Standing::compareTo)));
        return standings;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String state = row.getString("state");
        boolean taken = state != null && row.getInt("newer") == 0;
        if (taken) {
            return Standing.of(ArrivalState.valueOf(state));
        }
        if (state == null && row.getInt("known") == 0) {
            return Standing.NOWHERE;
        }
        return row.getInt("kept") == 1 ? Standing.KEPT_BACK : Standing.WAITING;
    }
}
