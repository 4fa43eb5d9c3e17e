package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.store.Tx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** Links without a column for grades, within one transaction. A launch that tells of one ends the search. */
final class Links {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final int LONGEST_ANSWER = 500;
    private static final String WHICH = " where registration = :registration and deployment = :deployment"
            + " and context = :context and link = :link";
    private static final String DUE = " and line_item = '' and (item_next_at is null or item_next_at <= :now)";

    private final Tx tx;

    Links(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    /** @param items where the platform lists and makes them */
    record Lacking(
            String registration,
            String deployment,
            String context,
            String link,
            String course,
            String assignment,
            URI items,
            int tries) {}

    /** Those in which the platform lets us make one. */
    List<Lacking> lacking(int most) {
        return tx.handle()
                .createQuery("select * from lti_links where line_items <> '' and (' ' || scopes || ' ') like :scope" + DUE
                        + " order by registration, deployment, context, link limit :most")
                .bind("scope", "% " + Lti.SCOPE_LINE_ITEM + " %")
                .bind("now", tx.now())
                .bind("most", most)
                .map((row, _) -> new Lacking(
                        row.getString("registration"),
                        row.getString("deployment"),
                        row.getString("context"),
                        row.getString("link"),
                        row.getString("course"),
                        row.getString("assignment"),
                        URI.create(row.getString("line_items")),
                        row.getInt("item_tries")))
                .list();
    }

    /** Whether it is ours to make now: of several servers, one gets it. */
    boolean claim(Lacking link) {
        return which("update lti_links set item_next_at = :lease" + WHICH + DUE, link)
                        .bind("lease", tx.now().plus(LEASE))
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    void found(Lacking link, URI item) {
        which("update lti_links set line_item = :item, item_next_at = null, item_answer = ''" + WHICH, link)
                .bind("item", item.toString())
                .execute();
    }

    void later(Lacking link, Instant at, String answer) {
        which(
                        "update lti_links set item_tries = item_tries + 1, item_next_at = :at, item_answer = :answer"
                                + WHICH,
                        link)
                .bind("at", Optional.of(at))
                .bind("answer", answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER)))
                .execute();
    }

    void giveUp(Lacking link, String answer) {
        later(link, tx.now().plus(NEVER), answer);
    }

    private Update which(String sql, Lacking link) {
        return tx.handle()
                .createUpdate(sql)
                .bind("registration", link.registration())
                .bind("deployment", link.deployment())
                .bind("context", link.context())
                .bind("link", link.link());
    }
}
