package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.Differences;
import assay.server.course.Regrading;
import assay.server.course.ShownResults;
import assay.server.store.GradingState;
import assay.server.store.Regrade;
import assay.server.store.RegradeState;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grading a whole assignment once more: asked for, looked at, then applied or dropped. */
final class RegradeRoutes {
    private static final String ALL = SubmissionRoutes.BASE + "/regrades";
    private static final String ONE = ALL + "/{regrade}";

    private final Store store;
    private final Regrading regrading;
    private final Differences differences;

    RegradeRoutes(Store store, Regrading regrading, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.regrading = requireNonNull(regrading, "regrading is null");
        this.differences = new Differences(results);
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.STAFF, this::list),
                Route.post(ALL, Access.INSTRUCTOR, this::propose),
                Route.get(ONE, Access.STAFF, this::difference),
                Route.post(ONE + "/apply", Access.INSTRUCTOR, this::apply),
                Route.post(
                        ONE + "/drop",
                        Access.INSTRUCTOR,
                        call -> decided(call, regrading.drop(regrade(store, call), call.who().id()))),
                Route.post(
                        ONE + "/undo",
                        Access.INSTRUCTOR,
                        call -> decided(call, regrading.undo(regrade(store, call), call.who().id()))));
    }

    /** The one that the route names, if it is of the course and the assignment that the route names. */
    static Regrade regrade(Store store, Call call) {
        return store.read(tx -> tx.regrades().find(call.path("regrade")))
                .filter(one -> one.course().equals(call.course())
                        && one.assignment().equals(call.assignment()))
                .orElseThrow(HttpProblem::notFound);
    }

    private void list(Call call) {
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> tx.regrades().of(call.course(), call.assignment())).stream()
                        .map(RegradeRoutes::view)
                        .toList()));
    }

    private static Map<String, @Nullable Object> view(Regrade one) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", one.id());
        view.put("version", one.version());
        view.put("state", one.state().name().toLowerCase(Locale.ROOT));
        view.put("reason", one.reason());
        view.put("asked_by", one.askedBy());
        view.put("asked_at", one.askedAt().toString());
        view.put("decided_by", one.decidedBy().orElse(null));
        view.put("decided_at", one.decidedAt().map(Instant::toString).orElse(null));
        return view;
    }

    record Wanted(String reason, @Nullable Boolean all) {}

    private void propose(Call call) {
        Wanted wanted = Json.read(call.http(), Wanted.class);
        Regrading.Proposal.Proposed proposed =
                propose(call, Boolean.TRUE.equals(wanted.all()), Fields.line(wanted.reason(), "reason"));
        Map<String, @Nullable Object> view = view(proposed.regrade());
        view.put("gradings", proposed.gradings());
        Json.answer(call.http(), 202, view);
    }

    private Regrading.Proposal.Proposed propose(Call call, boolean all, String reason) {
        return propose(store, regrading, call, all, reason);
    }

    /** For the API and the page alike. */
    static Regrading.Proposal.Proposed propose(
            Store store, Regrading regrading, Call call, boolean all, String reason) {
        Regrading.Proposal proposal = regrading.propose(
                store.read(tx -> ClassRoutes.published(tx, call)),
                all,
                reason,
                call.who().id());
        return switch (proposal) {
            case Regrading.Proposal.Proposed proposed -> proposed;
            case Regrading.Proposal.Nothing(int version) ->
                throw new HttpProblem(
                        409, "Everything that counts was graded by version " + version + " already.", Map.of());
            case Regrading.Proposal.Another(Regrade other) ->
                throw new HttpProblem(
                        409, "Another regrade waits for a decision.", Map.of("regrade", other.id()));
        };
    }

    private void difference(Call call) {
        Regrade regrade = regrade(store, call);
        Json.answer(call.http(), 200, store.read(tx -> view(tx, regrade)));
    }

    private Map<String, @Nullable Object> view(Tx tx, Regrade regrade) {
        Differences.Difference difference = differences.of(tx, regrade);
        Map<String, @Nullable Object> view = view(regrade);
        view.put("graded", difference.count(GradingState.GRADED));
        view.put("open", difference.count(GradingState.WAITING, GradingState.RUNNING));
        view.put("set_aside", difference.count(GradingState.SET_ASIDE));
        view.put(
                "up",
                difference.lines().stream().filter(Differences.Line::up).count());
        view.put(
                "down",
                difference.lines().stream().filter(line -> !line.up()).count());
        view.put("same", difference.same());
        view.put(
                "students",
                difference.lines().stream().map(RegradeRoutes::view).toList());
        return view;
    }

    private static Map<String, @Nullable Object> view(Differences.Line line) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("student", line.person());
        view.put("before", Json.number(line.before()));
        view.put("after", line.after().value());
        view.put("overridden", line.overridden());
        view.put(
                "cases",
                line.cases().stream()
                        .map(one -> {
                            Map<String, @Nullable Object> change = new LinkedHashMap<>();
                            change.put("part", one.part());
                            change.put("case", one.id());
                            change.put("before", one.before().map(Enum::name).orElse(null));
                            change.put("after", one.after().map(Enum::name).orElse(null));
                            return change;
                        })
                        .toList());
        return view;
    }

    record Application(@Nullable String only) {}

    private void apply(Call call) {
        Regrade regrade = regrade(store, call);
        String only = Optional.ofNullable(
                        Json.read(call.http(), Application.class).only())
                .orElse("");
        if (!List.of("", "up").contains(only)) {
            throw HttpProblem.bad("only is up, or left out");
        }
        decided(call, regrading.apply(regrade, only.equals("up"), call.who().id()));
    }

    private static void decided(Call call, Regrading.Decision decision) {
        Json.answer(call.http(), 200, view(decided(decision)));
    }

    /** For the API and the page alike. */
    static Regrade decided(Regrading.Decision decision) {
        return switch (decision) {
            case Regrading.Decision.Done(Regrade regrade) -> regrade;
            case Regrading.Decision.NotYet(long open) ->
                throw new HttpProblem(409, "Not everything is graded yet.", Map.of("open", open));
            case Regrading.Decision.NotFrom(RegradeState state) ->
                throw new HttpProblem(
                        409,
                        "This cannot be decided now.",
                        Map.of("state", state.name().toLowerCase(Locale.ROOT)));
        };
    }
}
