package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.server.secret.Vault;
import assay.server.store.Ids;
import assay.server.store.Store;
import assay.server.store.Tx;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Our own keys towards platforms. A key is published for a day before it signs, and for a month after the next one signs,
 * so that no platform meets a signature whose key it does not have. Private parts lie sealed and are never published.
 */
public final class ToolKeys {
    private static final int BITS = 2048;
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration AGE = Duration.ofDays(180);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Store store;
    private final Vault vault;

    public ToolKeys(Store store, Vault vault) {
        this.store = requireNonNull(store, "store is null");
        this.vault = requireNonNull(vault, "vault is null");
    }

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Row(String id, byte[] sealed, String shown, Instant signsFrom) {}

    /** The keys for everybody to see, as a JWK set. */
    public String published() {
        Instant now = store.clock().instant();
        List<Row> rows = rows();
        List<String> shown = rows.stream()
                .filter(row -> rows.stream()
                        .noneMatch(later -> later.signsFrom().isAfter(row.signsFrom())
                                && later.signsFrom().plus(KEPT).isBefore(now)))
                .map(Row::shown)
                .toList();
        return "{\"keys\":[" + String.join(",", shown) + "]}";
    }

    /** A token with those claims, signed with the key whose time it is. */
    String sign(Map<String, Object> claims) {
        Instant now = store.clock().instant();
        Row row = rows().stream()
                .filter(each -> !each.signsFrom().isAfter(now))
                .reduce((_, later) -> later)
                .orElseThrow();
        try {
            RSAKey key = RSAKey.parse(new String(vault.open(row.sealed()), StandardCharsets.UTF_8));
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    new Payload(Claims.JSON.writeValueAsString(claims)));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (ParseException | JOSEException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "sign a token for a platform", e);
        }
    }

    /** In the order in which they sign; makes the first one, and the next one when it is time. */
    private List<Row> rows() {
        List<Row> rows = store.read(ToolKeys::all);
        Instant now = store.clock().instant();
        boolean old = !rows.isEmpty() && rows.getLast().signsFrom().plus(AGE).isBefore(now);
        if (!rows.isEmpty() && !old) {
            return rows;
        }
        return store.write(tx -> {
            List<Row> again = all(tx);
            if (again.size() == rows.size()) {
                add(tx, again.isEmpty() ? tx.now() : tx.now().plus(AHEAD));
            }
            return all(tx);
        });
    }

    private static List<Row> all(Tx tx) {
        return tx.handle()
                .createQuery("select * from lti_keys order by signs_from, id")
                .map((row, _) -> new Row(
                        row.getString("id"),
                        row.getBytes("sealed"),
                        row.getString("public_key"),
                        Instant.ofEpochMilli(row.getLong("signs_from"))))
                .list();
    }

    private void add(Tx tx, Instant signsFrom) {
        String id = Ids.at(tx.now());
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            tx.handle()
                    .createUpdate("insert into lti_keys (id, sealed, public_key, signs_from, created_at)"
                            + " values (:id, :sealed, :shown, :from, :now)")
                    .bind("id", id)
                    .bind("sealed", vault.close(key.toJSONString().getBytes(StandardCharsets.UTF_8)))
                    .bind("shown", key.toPublicJWK().toJSONString())
                    .bind("from", signsFrom)
                    .bind("now", tx.now())
                    .execute();
        } catch (JOSEException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "make a key", e);
        }
    }
}
