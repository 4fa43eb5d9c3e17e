package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Stretch;
import assay.core.domain.SourceFile;
import assay.core.intake.Intake;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.PairPage;
import assay.server.queue.SubmissionFiles;
import assay.server.store.Likenesses;
import assay.server.store.Person;
import assay.server.store.Store;
import assay.server.store.StoredComparison;
import assay.server.store.StoredPair;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Two submissions side by side, with what of them is alike. */
final class PairPages {
    private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,8}");

    private final Store store;
    private final Pages pages;

    PairPages(Store store, Pages pages) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
    }

    List<Route> routes() {
        return List.of(Route.get(ComparisonPages.ALL + "/{comparison}/pairs/{pair}", Access.INSTRUCTOR, this::pair));
    }

    /** What is read of the store; the files are taken apart outside. */
    private record Found(
            StoredComparison comparison, StoredPair pair, List<Stretch> stretches, Side first, Side second) {}

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Side(StoredSubmission submission, Link link, byte[] content) {
        List<SourceFile> sources() {
            return switch (SubmissionFiles.read(submission, content)) {
                case Intake.Accepted accepted -> accepted.submission().sources();
                case Intake.Refused _ -> List.of();
            };
        }
    }

    private void pair(Call call) {
        Found found = store.read(tx -> found(tx, call));
        StoredPair pair = found.pair();
        List<Stretch> stretches = found.stretches();
        List<PairPage.Row> rows = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch one = stretches.get(i);
            rows.add(new PairPage.Row(i + 1, place(one.first()), place(one.second()), Integer.toString(one.tokens())));
        }
        PairPage page = new PairPage(
                PageText.frame("Side by side", call.who()),
                new Link(
                        "All pairs",
                        ComparisonPages.address(call) + "/" + found.comparison().id()),
                ComparisonPages.percent(pair.similarity()) + " of both are alike, "
                        + ComparisonPages.percent(pair.larger()) + " of one of them, " + pair.tokens() + " tokens.",
                rows,
                new MarkedSource(
                                "a", "b", stretches.stream().map(Stretch::first).toList())
                        .side(found.first().link(), found.first().sources()),
                new MarkedSource(
                                "b",
                                "a",
                                stretches.stream().map(Stretch::second).toList())
                        .side(found.second().link(), found.second().sources()));
        Html.answer(call.http(), 200, pages.pair(page));
    }

    private static String place(Stretch.Place place) {
        return PageText.line(place.path()) + ", " + place.from() + "–" + place.to();
    }

    private static Found found(Tx tx, Call call) {
        StoredComparison comparison = ComparisonRoutes.comparison(tx, call);
        Likenesses likenesses = new Likenesses(tx);
        StoredPair pair = Optional.of(call.path("pair"))
                .filter(text -> PLACE.matcher(text).matches())
                .flatMap(text -> likenesses.pair(comparison.id(), Integer.parseInt(text)))
                .orElseThrow(HttpProblem::notFound);
        Map<String, List<Person>> owners = tx.submissions().owners(List.of(pair.first(), pair.second()));
        return new Found(
                comparison,
                pair,
                likenesses.stretches(comparison.id(), pair.place()),
                side(tx, pair.first(), owners),
                side(tx, pair.second(), owners));
    }

    private static Side side(Tx tx, String id, Map<String, List<Person>> owners) {
        StoredSubmission submission = tx.submissions().find(id).orElseThrow(HttpProblem::notFound);
        return new Side(
                submission,
                ComparisonPages.submission(owners, id),
                tx.submissions().content(submission.digest()).orElseThrow(HttpProblem::notFound));
    }
}
