package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Spread;
import assay.server.course.Comparing;
import assay.server.store.ComparisonState;
import assay.server.store.Comparisons;
import assay.server.store.Likenesses;
import assay.server.store.Person;
import assay.server.store.Store;
import assay.server.store.StoredComparison;
import assay.server.store.StoredPair;
import assay.server.store.Tx;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Submissions compared with one another: asked for, and looked at by instructors alone. */
final class ComparisonRoutes {
    private static final String ALL = SubmissionRoutes.BASE + "/comparisons";

    private final Store store;
    private final Comparing comparing;
    private final EventStream events;

    ComparisonRoutes(Store store, Comparing comparing, EventStream events) {
        this.store = requireNonNull(store, "store is null");
        this.comparing = requireNonNull(comparing, "comparing is null");
        this.events = requireNonNull(events, "events is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.INSTRUCTOR, this::list),
                Route.post(ALL, Access.INSTRUCTOR, call -> Json.answer(call.http(), 202, view(ask(call)))),
                Route.get(ALL + "/{comparison}", Access.INSTRUCTOR, this::one),
                Route.get(ALL + "/{comparison}/events", Access.INSTRUCTOR, this::watch));
    }

    /** The one that the route names, if it is of the course and the assignment that the route names. */
    static StoredComparison comparison(Tx tx, Call call) {
        return new Comparisons(tx)
                .find(call.path("comparison"))
                .filter(one ->
                        one.course().equals(call.course()) && one.assignment().equals(call.assignment()))
                .orElseThrow(HttpProblem::notFound);
    }

    private void list(Call call) {
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> new Comparisons(tx).of(call.course(), call.assignment())).stream()
                        .map(ComparisonRoutes::view)
                        .toList()));
    }

    /** For the API and the page alike. */
    StoredComparison ask(Call call) throws IOException {
        Comparing.Asked asked = comparing.ask(
                store.read(tx -> ClassRoutes.published(tx, call)),
                given(call),
                call.who().id());
        return switch (asked) {
            case Comparing.Asked.Begun(StoredComparison begun) -> begun;
            case Comparing.Asked.Impossible _ ->
                throw new HttpProblem(409, "This server was started without what compares.", Map.of());
            case Comparing.Asked.TooFew(int submissions) ->
                throw new HttpProblem(
                        409,
                        "There is too little to compare: submissions that count.",
                        Map.of("submissions", submissions));
            case Comparing.Asked.Another(StoredComparison other) ->
                throw new HttpProblem(409, "One is under way already.", Map.of("comparison", other.id()));
            case Comparing.Asked.Unreadable(String reason) ->
                throw new HttpProblem(422, "What everybody was given cannot be read: " + reason, Map.of());
        };
    }

    private static Optional<Comparing.Given> given(Call call) throws IOException {
        List<UploadedFile> files = call.http().uploadedFileMap().getOrDefault("given", List.of()).stream()
                .filter(file -> file.size() > 0)
                .toList();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = files.getFirst().content()) {
            return Optional.of(new Comparing.Given(Uploads.name(files.getFirst()), in.readAllBytes()));
        }
    }

    private void watch(Call call) throws IOException {
        events.openComparison(call, store.read(tx -> comparison(tx, call)).id());
    }

    private void one(Call call) {
        Map<String, @Nullable Object> answer = store.read(tx -> {
            Likenesses found = new Likenesses(tx);
            StoredComparison comparison = comparison(tx, call);
            Map<String, @Nullable Object> view = view(comparison);
            List<StoredPair> pairs = found.pairs(comparison.id());
            Map<String, List<Person>> owners =
                    tx.submissions().owners(ComparisonPages.ids(pairs).collect(Collectors.toSet()));
            view.put("spread", found.spread(comparison.id()).map(Spread::counts).orElse(List.of()));
            view.put("pairs", pairs.stream().map(pair -> view(pair, owners)).toList());
            view.put(
                    "left_out",
                    found.leftOut(comparison.id()).stream()
                            .map(one -> Map.of("submission", one.id(), "why", one.why()))
                            .toList());
            return view;
        });
        Json.answer(call.http(), 200, answer);
    }

    static String state(ComparisonState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> view(StoredComparison one) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", one.id());
        view.put("state", state(one.state()));
        view.put("reason", one.reason());
        view.put("asked_by", one.askedBy());
        view.put("asked_at", one.askedAt().toString());
        view.put("ended_at", one.endedAt().map(Instant::toString).orElse(null));
        view.put("compared", one.compared());
        return view;
    }

    private static Map<String, Object> view(StoredPair pair, Map<String, List<Person>> owners) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("place", pair.place());
        view.put("first", side(pair.first(), owners));
        view.put("second", side(pair.second(), owners));
        view.put("similarity", pair.similarity());
        view.put("larger", pair.larger());
        view.put("tokens", pair.tokens());
        return view;
    }

    private static Map<String, Object> side(String submission, Map<String, List<Person>> owners) {
        return Map.of(
                "submission",
                submission,
                "students",
                owners.getOrDefault(submission, List.of()).stream()
                        .map(Person::id)
                        .toList());
    }
}
