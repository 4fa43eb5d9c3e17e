package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.server.store.GradingState;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** For whoever runs the server. Health and readiness say yes or no, and nothing of what runs here. */
final class OperationRoutes {
    private static final Duration ALIVE = Duration.ofMinutes(2);
    private static final int LISTED = 500;

    private final Store store;
    private final PrometheusMeterRegistry meters;

    OperationRoutes(Store store, PrometheusMeterRegistry meters) {
        this.store = requireNonNull(store, "store is null");
        this.meters = requireNonNull(meters, "meters is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", Access.PUBLIC, call -> Json.answer(call.http(), 200, Map.of("status", "up"))),
                Route.get("/ready", Access.PUBLIC, this::ready),
                Route.get("/metrics", Access.ADMIN, this::metrics),
                Route.get("/openapi.json", Access.PUBLIC, this::openapi),
                Route.get("/api/v1/queue", Access.ADMIN, this::queue));
    }

    private void ready(Call call) {
        try {
            long waiting = store.read(tx -> tx.gradings().count(GradingState.WAITING));
            Json.answer(call.http(), 200, Map.of("status", waiting >= 0 ? "ready" : "unknown"));
        } catch (GraderFault fault) {
            Json.answer(call.http(), 503, Map.of("status", "the store does not answer"));
        }
    }

    private void metrics(Call call) {
        call.http().contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    private void openapi(Call call) throws IOException {
        call.http().contentType("application/json").result(resource("/assay/server/openapi.json"));
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = OperationRoutes.class.getResourceAsStream(name)) {
            return requireNonNull(in, name).readAllBytes();
        }
    }

    private void queue(Call call) {
        Json.answer(
                call.http(),
                200,
                store.read(tx -> Map.of(
                        "waiting", tx.gradings().count(GradingState.WAITING),
                        "running", tx.gradings().count(GradingState.RUNNING),
                        "set_aside", tx.gradings().count(GradingState.SET_ASIDE),
                        "workers",
                                tx.fleet().workers(ALIVE).stream()
                                        .map(worker -> Map.of(
                                                "id", worker.id(),
                                                "host", worker.host(),
                                                "capabilities", worker.capabilities(),
                                                "threads", worker.threads(),
                                                "seen_at", worker.seenAt().toString(),
                                                "note", worker.note()))
                                        .toList(),
                        "open",
                                tx.gradings().open(LISTED).stream()
                                        .map(OperationRoutes::view)
                                        .toList())));
    }

    private static Map<String, Object> view(StoredGrading grading) {
        return Map.of(
                "grading", grading.id(),
                "submission", grading.submission(),
                "course", grading.course(),
                "state", SubmissionViews.state(grading.state()),
                "urgency", grading.urgency().name(),
                "tries", grading.tries(),
                "queued_at", grading.queuedAt().toString());
    }
}
