package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.SelfChecking;
import assay.server.course.ShownResults;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A student has a submission graded once more, for themselves. */
final class SelfCheckRoutes {
    private static final String API = "/api/v1/submissions/{submission}/self-check";

    private final Store store;
    private final SelfChecking checking;
    private final ShownResults results;
    private final EventStream events;

    SelfCheckRoutes(Store store, SelfChecking checking, ShownResults results, EventStream events) {
        this.store = requireNonNull(store, "store is null");
        this.checking = requireNonNull(checking, "checking is null");
        this.results = requireNonNull(results, "results is null");
        this.events = requireNonNull(events, "events is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(API, Access.OWNER, this::last),
                Route.get(API + "/events", Access.OWNER, this::watch),
                Route.post(API, Access.OWNER_HANDS_IN, call -> {
                    StoredGrading queued = check(call);
                    Json.answer(call.http(), 202, store.read(tx -> view(tx, queued)));
                }),
                Route.post("/submissions/{submission}/self-check", Access.OWNER_HANDS_IN, call -> {
                    check(call);
                    Html.redirect(call.http(), "/submissions/" + call.handedIn().id() + "/view#self-check");
                }));
    }

    private void watch(Call call) throws IOException {
        if (store.read(tx -> tx.gradings().selfCheck(call.handedIn().id())).isEmpty()) {
            throw none();
        }
        events.openCheck(call);
    }

    private static HttpProblem none() {
        return new HttpProblem(404, "There was no self-check.");
    }

    private void last(Call call) {
        Map<String, @Nullable Object> view = store.read(
                        tx -> tx.gradings().selfCheck(call.handedIn().id()).map(one -> view(tx, one)))
                .orElseThrow(SelfCheckRoutes::none);
        Json.answer(call.http(), 200, view);
    }

    /** For the API and the page alike. */
    private StoredGrading check(Call call) {
        String person = call.staff() ? call.handedIn().person() : call.who().id();
        return switch (checking.check(call.handedIn(), person)) {
            case SelfChecking.Outcome.Queued(StoredGrading grading) -> grading;
            case SelfChecking.Outcome.Refused(SelfChecking.Leave why) -> throw refusal(why);
        };
    }

    private static HttpProblem refusal(SelfChecking.Leave why) {
        return switch (why) {
            case SelfChecking.Leave.NothingYet _ -> new HttpProblem(409, "There is no result yet.");
            case SelfChecking.Leave.UnderWay(StoredGrading open) ->
                new HttpProblem(409, "A self-check is under way.", Map.of("submission", open.submission()));
            case SelfChecking.Leave.CoolingDown(Instant until) ->
                new HttpProblem(
                        429,
                        "The next self-check is possible from " + until + ".",
                        Map.of("retry_at", until.toString()));
            case SelfChecking.Leave.Granted _ -> new HttpProblem(500, "Something of ours broke.");
        };
    }

    private Map<String, @Nullable Object> view(Tx tx, StoredGrading check) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("submission", check.submission());
        view.put("state", SubmissionViews.state(check.state()));
        view.put("assignment_version", check.assignmentVersion());
        view.put("queued_at", check.queuedAt().toString());
        view.put("ended_at", check.endedAt().map(Instant::toString).orElse(null));
        view.put(
                "public_cases",
                results.publicCases(tx, check).stream()
                        .flatMap(shown -> shown.grading().parts().stream())
                        .flatMap(part -> part.cases().stream()
                                .map(one -> Map.of(
                                        "part",
                                        part.id(),
                                        "case",
                                        one.id(),
                                        "verdict",
                                        one.verdict().name(),
                                        "message",
                                        one.message())))
                        .toList());
        return view;
    }
}
