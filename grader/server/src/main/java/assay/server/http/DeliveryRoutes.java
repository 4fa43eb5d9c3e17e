package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.page.DeliveriesPage;
import assay.server.page.DeliveryLine;
import assay.server.page.Pages;
import assay.server.store.Delivery;
import assay.server.store.Store;
import java.time.ZoneOffset;
import java.util.List;

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
        return List.of(Route.get("/courses/{course}/deliveries", Access.STAFF, this::deliveries));
    }

    private void deliveries(Call call) {
        List<DeliveryLine> lines = store.read(tx -> tx.courses().deliveries(call.course(), LISTED)).stream()
                .map(DeliveryRoutes::line)
                .toList();
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
