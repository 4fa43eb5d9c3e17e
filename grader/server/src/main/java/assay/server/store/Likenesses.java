package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Comparison;
import assay.core.alike.LeftOut;
import assay.core.alike.Pair;
import assay.core.alike.Spread;
import assay.core.alike.Stretch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** What comparisons found: how alike all pairs are, the pairs most alike and where, and what was left out. Never changes. */
public final class Likenesses {
    private static final ObjectReader STRETCHES = JsonMapper.shared().readerForListOf(Stretch.class);
    private static final String PAIRS =
            "select place, first, second, similarity, larger, tokens from comparison_pairs where comparison = :id";

    private final Handle handle;

    public Likenesses(Tx tx) {
        this.handle = requireNonNull(tx, "tx is null").handle();
    }

    Likenesses(Handle handle) {
        this.handle = handle;
    }

    void keep(String id, Comparison.Compared found) {
        spread(id, found.spread());
        pairs(id, found.pairs());
        leftOut(id, found.leftOut());
    }

    private void spread(String id, Spread spread) {
        handle.createUpdate("update comparisons set spread = :spread where id = :id")
                .bind("id", id)
                .bind("spread", spread.counts().stream().map(Object::toString).collect(Collectors.joining(",")))
                .execute();
    }

    /** Empty where nobody counted. */
    public Optional<Spread> spread(String id) {
        return handle.createQuery("select spread from comparisons where id = :id and spread <> ''")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(text -> new Spread(
                        Arrays.stream(text.split(",", -1)).map(Long::valueOf).toList()));
    }

    private void pairs(String id, List<Pair> pairs) {
        PreparedBatch batch = handle.prepareBatch("insert into comparison_pairs (comparison, place, first, second,"
                + " similarity, larger, tokens, stretches) values (:id, :place, :first, :second, :similarity,"
                + " :larger, :tokens, :stretches)");
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            batch.bind("id", id)
                    .bind("place", i + 1)
                    .bind("first", pair.first())
                    .bind("second", pair.second())
                    .bind("similarity", pair.similarity())
                    .bind("larger", pair.larger())
                    .bind("tokens", pair.tokens())
                    .bind("stretches", JsonMapper.shared().writeValueAsBytes(pair.stretches()))
                    .add();
        }
        batch.execute();
    }

    private void leftOut(String id, List<LeftOut> leftOut) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into comparison_left_out (comparison, submission, why) values (:id, :submission, :why)");
        leftOut.forEach(one -> batch.bind("id", id)
                .bind("submission", one.id())
                .bind("why", one.why())
                .add());
        batch.execute();
    }

    /** The most alike first. */
    public List<StoredPair> pairs(String id) {
        return handle.createQuery(PAIRS + " order by place")
                .bind("id", id)
                .mapTo(StoredPair.class)
                .list();
    }

    public Optional<StoredPair> pair(String id, int place) {
        return handle.createQuery(PAIRS + " and place = :place")
                .bind("id", id)
                .bind("place", place)
                .mapTo(StoredPair.class)
                .findOne();
    }

    /** Where the pair at that place is alike. */
    public List<Stretch> stretches(String id, int place) {
        return handle.createQuery("select stretches from comparison_pairs where comparison = :id and place = :place")
                .bind("id", id)
                .bind("place", place)
                .mapTo(byte[].class)
                .findOne()
                .map(STRETCHES::<List<Stretch>>readValue)
                .orElse(List.of());
    }

    public List<LeftOut> leftOut(String id) {
        return handle.createQuery("select submission as id, why from comparison_left_out where comparison = :id"
                        + " order by submission")
                .bind("id", id)
                .mapTo(LeftOut.class)
                .list();
    }
}
