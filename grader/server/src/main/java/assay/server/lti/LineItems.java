package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.net.GuardedWeb;
import assay.server.net.WebAnswer;
import assay.server.net.WebRequest;
import assay.server.outbox.RetrySchedule;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * Makes the columns for grades that links lack (Assignment and Grade Services 2.0): a link that was made by hand has none.
 * The platform is looked at first, so that a lost answer does not lead to two.
 */
public final class LineItems {
    private static final int AT_A_TIME = 20;

    private final Store store;
    private final ServiceTokens tokens;
    private final GuardedWeb web;
    private final RetrySchedule schedule;
    private final DoubleSupplier random;
    private final Function<PublishedAssignment, Points> maximum;

    /** @param maximum the points of an assignment */
    public LineItems(
            Store store,
            ServiceTokens tokens,
            GuardedWeb web,
            RetrySchedule schedule,
            DoubleSupplier random,
            Function<PublishedAssignment, Points> maximum) {
        this.store = requireNonNull(store, "store is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.web = requireNonNull(web, "web is null");
        this.schedule = requireNonNull(schedule, "schedule is null");
        this.random = requireNonNull(random, "random is null");
        this.maximum = requireNonNull(maximum, "maximum is null");
    }

    /** @return how many were tried */
    public int makeMissing() {
        List<Links.Lacking> due = store.read(tx -> new Links(tx).lacking(AT_A_TIME));
        int tried = 0;
        for (Links.Lacking link : due) {
            if (store.write(tx -> new Links(tx).claim(link))) {
                tried++;
                make(link);
            }
        }
        return tried;
    }

    private void make(Links.Lacking link) {
        Registration registration = store.read(tx -> new Registrations(tx).find(link.registration()))
                .orElseThrow();
        switch (tokens.get(registration, link.deployment(), Lti.SCOPE_LINE_ITEM)) {
            case ServiceTokens.Result.Refused(WebAnswer answer) -> later(link, answer);
            case ServiceTokens.Result.Token(String token) -> {
                WebAnswer there = look(link, token);
                if (!(there instanceof WebAnswer.Answered got) || !got.isSuccess()) {
                    tokens.forget(registration);
                    later(link, there);
                    return;
                }
                Optional<String> found = found(link, got);
                if (found.isPresent()) {
                    keep(link, found.get());
                } else {
                    create(link, token);
                }
            }
        }
    }

    private WebAnswer look(Links.Lacking link, String token) {
        String query = "resource_link_id=" + URLEncoder.encode(link.link(), StandardCharsets.UTF_8);
        return web.send(WebRequest.get(GradeService.below(link.items(), "", query))
                .with("Accept", Lti.LINE_ITEMS_TYPE)
                .with("Authorization", "Bearer " + token));
    }

    /** Of this link; a platform that does not filter tells of others as well. */
    private static Optional<String> found(Links.Lacking link, WebAnswer.Answered got) {
        return Claims.parse("{\"items\":" + got.text() + "}").stream()
                .flatMap(claims -> claims.each("items").stream())
                .filter(item -> item.text("resourceLinkId").equals(link.link()))
                .map(item -> item.text("id"))
                .filter(id -> ours(link, id))
                .findFirst();
    }

    /** Grades go there with our leave: it has to be the platform's own. */
    private static boolean ours(Links.Lacking link, String id) {
        return Claims.address(id)
                .filter(address -> LoginFlow.origin(address).equals(LoginFlow.origin(link.items())))
                .isPresent();
    }

    private void create(Links.Lacking link, String token) {
        Optional<PublishedAssignment> published =
                store.read(tx -> tx.courses().assignment(link.course(), link.assignment()));
        if (published.isEmpty()) {
            store.write(tx -> {
                new Links(tx).giveUp(link, "there is no such assignment any more");
                return true;
            });
            return;
        }
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("label", published.get().title());
        item.put("scoreMaximum", maximum.apply(published.get()).value());
        item.put("resourceId", link.assignment());
        item.put("resourceLinkId", link.link());
        item.put("tag", "assay");
        WebAnswer answer = web.send(WebRequest.post(
                        link.items(),
                        Lti.LINE_ITEM_TYPE,
                        Claims.JSON.writeValueAsString(item).getBytes(StandardCharsets.UTF_8))
                .with("Accept", Lti.LINE_ITEM_TYPE)
                .with("Authorization", "Bearer " + token));
        Optional<String> made = answer instanceof WebAnswer.Answered got && got.isSuccess()
                ? Claims.parse(got.text()).map(claims -> claims.text("id")).filter(id -> ours(link, id))
                : Optional.empty();
        if (made.isPresent()) {
            keep(link, made.get());
        } else {
            later(link, answer);
        }
    }

    private void keep(Links.Lacking link, String item) {
        store.write(tx -> {
            new Links(tx).found(link, URI.create(item));
            tx.audit("lti", "column for grades found", link.course(), link.assignment(), item);
            return true;
        });
    }

    private void later(Links.Lacking link, WebAnswer answer) {
        Optional<Duration> wait = schedule.after(link.tries() + 1, random.getAsDouble());
        store.write(tx -> {
            Links links = new Links(tx);
            wait.ifPresentOrElse(
                    time -> links.later(link, tx.now().plus(time), answer.summary()),
                    () -> links.giveUp(link, answer.summary()));
            return true;
        });
    }
}
