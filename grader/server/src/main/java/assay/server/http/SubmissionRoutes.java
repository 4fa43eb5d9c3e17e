package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.report.GradingJson;
import assay.server.course.HandIn;
import assay.server.course.HandInOutcome;
import assay.server.course.HandingIn;
import assay.server.course.Release;
import assay.server.course.ShownResults;
import assay.server.course.Teaching;
import assay.server.rule.Attempts;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Handing in, and what came of it. */
final class SubmissionRoutes {
    static final String BASE = "/api/v1/courses/{course}/assignments/{assignment}";
    private static final String ONE = "/api/v1/submissions/{submission}";
    private static final int LISTED = 1000;
    private static final int LONGEST_KEY = 200;

    private final Store store;
    private final HandingIn handingIn;
    private final ShownResults results;
    private final Teaching teaching;
    private final EventStream events;

    SubmissionRoutes(Store store, HandingIn handingIn, ShownResults results, Teaching teaching, EventStream events) {
        this.store = requireNonNull(store, "store is null");
        this.handingIn = requireNonNull(handingIn, "handingIn is null");
        this.results = requireNonNull(results, "results is null");
        this.teaching = requireNonNull(teaching, "teaching is null");
        this.events = requireNonNull(events, "events is null");
    }

    List<Route> routes() {
        return List.of(
                Route.post(BASE + "/submissions", Access.HANDS_IN, this::submit),
                Route.get(BASE + "/submissions", Access.MEMBER, this::list),
                Route.get(ONE, Access.OWNER, this::status),
                Route.get(ONE + "/result", Access.OWNER, this::result),
                Route.get(ONE + "/record", Access.OWNER_STAFF, this::record),
                Route.get(ONE + "/content", Access.OWNER, this::content),
                Route.get(ONE + "/events", Access.OWNER, events::open),
                Route.post(ONE + "/regrade", Access.OWNER_STAFF_CHANGES, this::regrade));
    }

    private void submit(Call call) throws IOException {
        Optional<String> key = Optional.ofNullable(call.http().header("Idempotency-Key"));
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            throw HttpProblem.bad("Idempotency-Key must have 1 to " + LONGEST_KEY + " characters");
        }
        HandInOutcome.Stored stored = handIn(call, Uploads.of(call.http()), key);
        call.http()
                .header("Location", "/api/v1/submissions/" + stored.submission().id());
        if (stored.repeated()) {
            Json.answer(call.http(), 200, view(call, stored.submission()));
        } else {
            // Nothing is known yet that could be kept from somebody.
            Json.answer(call.http(), 202, SubmissionViews.of(stored.submission(), stored.grading(), false));
        }
    }

    /**
     * For the API and the page alike.
     *
     * @param key under which the same request may come again
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a header that may be missing
    HandInOutcome.Stored handIn(Call call, Uploads upload, Optional<String> key) {
        String person = upload.person().orElse(call.who().id());
        if (!person.equals(call.who().id()) && !call.staff()) {
            throw new HttpProblem(403, "You may not hand in for somebody else.");
        }
        HandInOutcome outcome = handingIn.handIn(new HandIn(
                call.course(),
                call.assignment(),
                person,
                call.who().id(),
                upload.name(),
                upload.content(),
                key,
                Optional.empty()));
        return switch (outcome) {
            case HandInOutcome.Stored stored -> stored;
            case HandInOutcome.NotThere _ -> throw HttpProblem.notFound();
            case HandInOutcome.KeyTaken _ ->
                throw new HttpProblem(422, "This Idempotency-Key was used for another request.");
            case HandInOutcome.NotNow notNow -> throw refusal(notNow.why());
        };
    }

    private static HttpProblem refusal(Attempts why) {
        return switch (why) {
            case Attempts.Exhausted(int attempts) ->
                new HttpProblem(409, "All " + attempts + " attempts are used.", Map.of("attempts", attempts));
            case Attempts.CoolingDown(Instant until) ->
                new HttpProblem(
                        429, "The next attempt is possible from " + until + ".", Map.of("retry_at", until.toString()));
            case Attempts.Allowed _ -> new HttpProblem(500, "Something of ours broke.");
        };
    }

    private void list(Call call) {
        List<Map<String, @Nullable Object>> views = store.read(tx -> {
            List<StoredSubmission> submissions = call.staff()
                    ? tx.submissions().of(call.course(), call.assignment(), LISTED)
                    : tx.submissions()
                            .of(call.course(), call.assignment(), call.who().id());
            Optional<Release> release = tx.courses()
                    .assignment(call.course(), call.assignment())
                    .map(published -> Release.of(tx, published, call.who().id()));
            return submissions.stream()
                    .map(submission -> SubmissionViews.of(
                            submission,
                            tx.gradings().ofSubmission(submission.id()),
                            call.staff()
                                    || release.map(one -> one.of(submission.id()))
                                            .orElse(true)))
                    .toList();
        });
        Json.answer(call.http(), 200, Json.items(views));
    }

    private void status(Call call) {
        Json.answer(call.http(), 200, view(call, call.handedIn()));
    }

    private Map<String, @Nullable Object> view(Call call, StoredSubmission submission) {
        return store.read(tx -> SubmissionViews.of(
                submission,
                tx.gradings().ofSubmission(submission.id()),
                call.staff()
                        || tx.courses()
                                .assignment(submission.course(), submission.assignment())
                                .map(one -> Release.of(tx, one, call.who().id()).of(submission.id()))
                                .orElse(true)));
    }

    private void result(Call call) {
        ShownResults.Shown shown = store.read(tx -> results.forStudent(tx, call.handedIn()))
                .orElseThrow(() -> new HttpProblem(404, "There is no result yet."));
        if (shown.hiddenUntil().isPresent()) {
            throw new HttpProblem(
                    403,
                    "The results are released later.",
                    Map.of("released_at", shown.hiddenUntil().get().toString()));
        }
        call.http().contentType("application/json").result(GradingJson.bytes(shown.grading()));
    }

    private void record(Call call) {
        byte[] json = store.read(tx -> tx.gradings()
                        .ofSubmission(call.handedIn().id())
                        .map(StoredGrading::id)
                        .flatMap(tx.gradings()::record))
                .orElseThrow(() -> new HttpProblem(404, "There is no result yet."));
        call.http().contentType("application/json").result(json);
    }

    /** As it was handed in; never shown by the browser, which might run it. */
    private void content(Call call) {
        byte[] content = store.read(
                        tx -> tx.submissions().content(call.handedIn().digest()))
                .orElseThrow(HttpProblem::notFound);
        String name = call.handedIn().fileName().replaceAll("[^A-Za-z0-9._-]", "_");
        call.http()
                .contentType("application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(content);
    }

    private void regrade(Call call) {
        StoredGrading grading =
                teaching.regrade(call.handedIn(), call.who().id()).orElseThrow(HttpProblem::notFound);
        Json.answer(call.http(), 202, Map.of("grading", grading.id()));
    }
}
