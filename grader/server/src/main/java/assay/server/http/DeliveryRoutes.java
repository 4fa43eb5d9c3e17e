package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.outbox.Deliveries;
import assay.server.page.DeliveriesPage;
import assay.server.page.DeliveryLine;
import assay.server.page.Pages;
import assay.server.store.Delivery;
import assay.server.store.Store;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has gone out to other systems, and what came of it. */
final class DeliveryRoutes {
    private static final int LISTED = 500;

    private final Store store;
    private final Pages pages;

    DeliveryRoutes(Store store, Pages pages) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/courses/{course}/deliveries", Access.STAFF, this::deliveries),
                Route.post("/courses/{course}/deliveries/{delivery}/resend", Access.STAFF_CHANGES, call -> {
                    resend(call);
                    Html.redirect(call.http(), "/courses/" + PageText.segment(call.course()) + "/deliveries");
                }),
                Route.get(
                        "/api/v1/courses/{course}/deliveries",
                        Access.STAFF,
                        call -> Json.answer(
                                call.http(),
                                200,
                                Json.items(listed(call).stream()
                                        .map(DeliveryRoutes::view)
                                        .toList()))),
                Route.post(
                        "/api/v1/courses/{course}/deliveries/{delivery}/resend",
                        Access.STAFF_CHANGES,
                        call -> Json.answer(call.http(), 202, view(resend(call)))));
    }

    private List<Delivery> listed(Call call) {
        return store.read(tx -> tx.courses().deliveries(call.course(), LISTED));
    }

    private static Map<String, @Nullable Object> view(Delivery one) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", one.id());
        view.put("kind", one.kind());
        view.put("target", one.target());
        view.put("subject", one.subject());
        view.put("state", one.state().toLowerCase(Locale.ROOT));
        view.put("tries", one.tries());
        view.put("next_at", one.nextAt().map(Instant::toString).orElse(null));
        view.put("last_answer", one.lastAnswer());
        view.put("created_at", one.createdAt().toString());
        view.put("ended_at", one.endedAt().map(Instant::toString).orElse(null));
        return view;
    }

    /** Once more from the beginning, under the same id: whoever has it already knows it again. */
    private Delivery resend(Call call) {
        String id = call.path("delivery");
        return store.write(tx -> {
                    Deliveries deliveries = new Deliveries(tx);
                    return deliveries
                            .find(id)
                            .filter(one -> one.course().equals(call.course()))
                            .flatMap(one -> {
                                deliveries.again(one.id());
                                tx.audit(
                                        call.who().id(), "delivery sent again", call.course(), one.id(), one.subject());
                                return deliveries.find(one.id());
                            });
                })
                .orElseThrow(HttpProblem::notFound);
    }

    private void deliveries(Call call) {
        List<DeliveryLine> lines =
                listed(call).stream().map(DeliveryRoutes::line).toList();
        Html.answer(
                call.http(),
                200,
                pages.deliveries(new DeliveriesPage(PageText.frame("Deliveries", call.who()), call.course(), lines)));
    }

    private static DeliveryLine line(Delivery one) {
        return new DeliveryLine(
                PageText.brief(one.createdAt(), ZoneOffset.UTC),
                one.kind(),
                PageText.line(one.target()),
                PageText.line(one.subject()),
                one.state(),
                Integer.toString(one.tries()),
                PageText.line(one.lastAnswer()));
    }
}
