package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.secret.Tokens;
import assay.server.store.Tx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An instructor's choice of assignments for links (LTI Deep Linking 2.0), within one transaction. */
final class DeepLinks {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final Tx tx;

    DeepLinks(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    /** A choice that was begun; whoever has its code may end it, once. */
    record Choice(
            String registration,
            String deployment,
            String course,
            URI returnTo,
            Optional<String> data,
            boolean multiple,
            boolean lineItems) {}

    /** @param maximum points that the platform's line item is made with */
    record Item(String assignment, String title, Points maximum) {}

    /** @return the code */
    String begin(Registration registration, Launch.Choosing choosing, Arrivals.Arrived who) {
        String code = Tokens.draw();
        tx.handle()
                .createUpdate(
                        "insert into lti_deep_links (code, registration, deployment, course, person, return_address,"
                                + " data, multiple, line_items, expires_at) values (:code, :registration, :deployment,"
                                + " :course, :person, :address, :data, :multiple, :items, :expires)")
                .bind("code", Tokens.hash(code))
                .bind("registration", registration.id())
                .bind("deployment", choosing.person().deployment())
                .bind("course", who.course())
                .bind("person", who.person())
                .bind("address", choosing.returnTo().toString())
                .bind("data", choosing.data())
                .bind("multiple", choosing.multiple() ? 1 : 0)
                .bind("items", choosing.lineItems() ? 1 : 0)
                .bind("expires", tx.now().plus(PATIENCE))
                .execute();
        return code;
    }

    /** The choice of that code, which is used up by it. */
    Optional<Choice> end(String code) {
        String hash = Tokens.hash(code);
        Optional<Choice> choice = tx.handle()
                .createQuery("select * from lti_deep_links where code = :code and expires_at > :now")
                .bind("code", hash)
                .bind("now", tx.now())
                .map((row, _) -> new Choice(
                        row.getString("registration"),
                        row.getString("deployment"),
                        row.getString("course"),
                        URI.create(row.getString("return_address")),
                        Optional.ofNullable(row.getString("data")),
                        row.getLong("multiple") == 1,
                        row.getLong("line_items") == 1))
                .findOne();
        int gone = tx.handle().execute("delete from lti_deep_links where code = ?", hash);
        return gone == 1 ? choice : Optional.empty();
    }

    /** What the browser takes back to the platform, before it is signed. */
    static Map<String, Object> answer(
            Registration registration, Choice choice, List<Item> items, URI tool, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", registration.clientId());
        claims.put("aud", registration.issuer());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(GOOD_FOR).getEpochSecond());
        claims.put("nonce", Tokens.draw());
        claims.put(Lti.CLAIM + "deployment_id", choice.deployment());
        claims.put(Lti.CLAIM + "message_type", "LtiDeepLinkingResponse");
        claims.put(Lti.CLAIM + "version", "1.3.0");
        List<Map<String, Object>> content = new ArrayList<>();
        items.stream()
                .limit(choice.multiple() ? items.size() : 1)
                .forEach(item -> content.add(item(item, choice.lineItems(), tool)));
        claims.put(Lti.DEEP_LINKING + "content_items", content);
        choice.data().ifPresent(data -> claims.put(Lti.DEEP_LINKING + "data", data));
        return claims;
    }

    private static Map<String, Object> item(Item item, boolean lineItem, URI tool) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", "ltiResourceLink");
        content.put("title", item.title());
        content.put("url", tool.resolve("/lti/launch").toString());
        content.put("custom", Map.of("assignment", item.assignment()));
        if (lineItem) {
            content.put(
                    "lineItem",
                    Map.of(
                            "label", item.title(),
                            "scoreMaximum", item.maximum().value(),
                            "resourceId", item.assignment()));
        }
        return content;
    }
}
