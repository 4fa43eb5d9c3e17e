package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.outbox.Arrival;
import assay.server.outbox.Arrivals;
import assay.server.outbox.Deliveries;
import assay.server.page.DeliveriesPage;
import assay.server.page.DeliveryLine;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.store.Course;
import assay.server.store.Delivery;
import assay.server.store.Member;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
                    Html.redirect(call.http(), address(call) + "?sent=1");
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

    private static String address(Call call) {
        return CoursePages.address(call.course()) + "/deliveries";
    }

    private void deliveries(Call call) {
        Html.answer(call.http(), 200, pages.deliveries(store.read(tx -> page(tx, call))));
    }

    private static DeliveriesPage page(Tx tx, Call call) {
        String course = CoursePages.address(call.course());
        Map<String, String> names =
                tx.people().members(call.course()).stream().collect(Collectors.toMap(Member::person, Member::name));
        Map<String, String> receivers = tx.courses().receivers(call.course());
        String title = tx.courses().find(call.course()).map(Course::title).orElse(call.course());
        return new DeliveriesPage(
                PageText.frame("Deliveries", call.who()),
                new Link(PageText.line(title), course),
                new Link("Webhooks", course + "/webhooks"),
                done(call),
                tx.courses().deliveries(call.course(), LISTED).stream()
                        .map(one -> line(call, one, receivers))
                        .toList(),
                new Arrivals(tx)
                        .stuck(call.course(), LISTED).stream()
                                .map(one -> line(call, one, names))
                                .toList());
    }

    private static String done(Call call) {
        if (call.query("sent").isPresent()) {
            return "It is sent again, from the beginning.";
        }
        return call.query("grades").isPresent() ? "The grade is on its way again." : "";
    }

    private static DeliveryLine line(Call call, Delivery one, Map<String, String> receivers) {
        return new DeliveryLine(
                PageText.brief(one.createdAt(), ZoneOffset.UTC),
                one.kind(),
                PageText.line(receivers.getOrDefault(one.target(), one.target())),
                PageText.line(one.subject()),
                words(one),
                Integer.toString(one.tries()),
                PageText.line(one.lastAnswer()),
                address(call) + "/" + PageText.segment(one.id()) + "/resend");
    }

    private static String words(Delivery one) {
        return switch (one.state()) {
            case Deliveries.DELIVERED -> "delivered";
            case Deliveries.GIVEN_UP -> "given up";
            default ->
                one.nextAt()
                        .filter(_ -> one.tries() > 0)
                        .map(next -> "tried again " + PageText.brief(next, ZoneOffset.UTC))
                        .orElse("on its way");
        };
    }

    private static DeliveriesPage.GradeLine line(Call call, Arrivals.Stuck one, Map<String, String> names) {
        Arrival arrival = one.arrival();
        return new DeliveriesPage.GradeLine(
                new Link(
                        PageText.line(names.getOrDefault(arrival.person(), arrival.person())),
                        PageText.address(call.course(), one.assignment()) + "/students/"
                                + PageText.segment(arrival.person())),
                one.assignment(),
                PageText.line(arrival.platform()),
                arrival.state().words(),
                Integer.toString(arrival.tries()),
                PageText.line(arrival.lastAnswer()),
                action(call.course(), one.assignment(), arrival));
    }

    /** What the staff may do about a grade that is not where it should be. */
    static Optional<Link> action(String course, String assignment, Arrival arrival) {
        String address = PageText.address(course, assignment) + "/lms/" + PageText.segment(arrival.person());
        return switch (arrival.state()) {
            case WAITING, DELIVERED -> Optional.empty();
            case HELD -> Optional.of(new Link("Put ours there", address + "/overwrite"));
            case REFUSED, GIVEN_UP -> Optional.of(new Link("Send again", address + "/again"));
        };
    }
}
