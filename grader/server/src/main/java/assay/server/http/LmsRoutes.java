package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.Release;
import assay.server.outbox.Arrival;
import assay.server.outbox.Arrivals;
import assay.server.store.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether grades have reached the learning platforms. */
final class LmsRoutes {
    private final Store store;

    LmsRoutes(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/submissions/{submission}/lms", Access.OWNER, this::own),
                Route.get(SubmissionRoutes.BASE + "/lms", Access.STAFF, this::all));
    }

    /** Of the caller; of whoever handed in, where the staff asks. */
    private void own(Call call) {
        String person = call.staff() ? call.handedIn().person() : call.who().id();
        boolean points = call.staff()
                || store.read(tx -> tx.courses()
                        .assignment(call.course(), call.assignment())
                        .map(one -> Release.of(tx, one, person).all())
                        .orElse(true));
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> new Arrivals(tx).of(call.course(), call.assignment(), person)).stream()
                        .map(one -> view(one, points))
                        .toList()));
    }

    private void all(Call call) {
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> new Arrivals(tx).all(call.course(), call.assignment())).stream()
                        .map(one -> {
                            Map<String, @Nullable Object> view = view(one, true);
                            view.put("student", one.person());
                            return view;
                        })
                        .toList()));
    }

    private static Map<String, @Nullable Object> view(Arrival one, boolean points) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("platform", one.platform());
        view.put("state", one.state().name().toLowerCase(Locale.ROOT));
        view.put("words", one.state().words());
        view.put("points", points ? Json.number(one.points()) : null);
        view.put("sent", points ? Json.number(one.sent()) : null);
        view.put("tries", one.tries());
        view.put("next_at", one.nextAt().map(Instant::toString).orElse(null));
        view.put("sent_at", one.sentAt().map(Instant::toString).orElse(null));
        view.put("last_answer", one.lastAnswer());
        view.put("changed_at", one.changedAt().toString());
        return view;
    }
}
