package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.server.queue.Shelf;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.store.PublishedAssignment;
import assay.server.store.Regrade;
import assay.server.store.Regrades;
import assay.server.store.Tx;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets the results of a regrade count, or count no more, and finds anew what counts for everybody. */
final class RegradeEffects {
    private final Shelf shelf;

    RegradeEffects(Shelf shelf) {
        this.shelf = requireNonNull(shelf, "shelf is null");
    }

    /** @param upwards for those alone who gain by it */
    void count(Tx tx, Regrade regrade, boolean upwards) {
        Map<String, Regrades.Sides> sides = tx.regrades().sides(regrade);
        Counting counting = counting(tx, regrade);
        Set<String> gaining = sides.entrySet().stream()
                .filter(one -> !upwards || Differences.change(counting, one.getValue()) > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> results = results(sides, gaining);
        if (upwards) {
            // What a team shares must take nothing from those of it who would lose.
            Set<String> losing = sides.entrySet().stream()
                    .filter(one -> Differences.change(counting, one.getValue()) < 0)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            results.removeAll(results(sides, losing));
        }
        tx.regrades().apply(regrade, results);
        renew(tx, regrade, sides.keySet());
    }

    /** The regrade's results of those people's submissions. */
    private static Set<String> results(Map<String, Regrades.Sides> sides, Set<String> people) {
        Set<String> results = new HashSet<>();
        people.forEach(person -> {
            Regrades.Sides own = sides.get(person);
            if (own != null) {
                own.after().forEach((submission, candidate) -> {
                    if (!candidate.equals(own.before().get(submission))) {
                        results.add(candidate.grading());
                    }
                });
            }
        });
        return results;
    }

    private void renew(Tx tx, Regrade regrade, Set<String> people) {
        PublishedAssignment published =
                tx.courses().assignment(regrade.course(), regrade.assignment()).orElseThrow();
        Counting counting = counting(tx, regrade);
        people.forEach(person -> tx.grades()
                .renew(
                        regrade.course(),
                        regrade.assignment(),
                        person,
                        counting,
                        shelf.assignment(published).points()));
    }

    void takeBack(Tx tx, Regrade regrade) {
        Set<String> people = tx.regrades().sides(regrade).keySet();
        tx.regrades().takeBack(regrade);
        renew(tx, regrade, people);
    }

    static Counting counting(Tx tx, Regrade regrade) {
        return tx.courses()
                .rules(regrade.course(), regrade.assignment())
                .map(CourseRules::counting)
                .orElse(Counting.BEST);
    }
}
