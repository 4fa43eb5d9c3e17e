package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.alike.LeftOut;
import assay.core.alike.Spread;
import assay.core.report.text.Words;
import assay.server.course.ShownResults;
import assay.server.page.ComparisonPage;
import assay.server.page.ComparisonsPage;
import assay.server.page.LikenessPicture;
import assay.server.page.Link;
import assay.server.page.Live;
import assay.server.page.Pages;
import assay.server.store.Comparisons;
import assay.server.store.Likenesses;
import assay.server.store.Person;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredComparison;
import assay.server.store.StoredPair;
import assay.server.store.Tx;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages on which an instructor has submissions compared and reads what came of it. */
final class ComparisonPages {
    static final String ALL = StudentRoutes.BASE + "/comparisons";
    private static final int SHOWN = 100;

    private final Store store;
    private final Pages pages;
    private final ComparisonRoutes comparisons;
    private final ShownResults results;

    ComparisonPages(Store store, Pages pages, ComparisonRoutes comparisons, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.comparisons = requireNonNull(comparisons, "comparisons is null");
        this.results = requireNonNull(results, "results is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        ALL,
                        Access.INSTRUCTOR,
                        call -> Html.answer(call.http(), 200, pages.comparisons(store.read(tx -> all(tx, call))))),
                Route.post(ALL, Access.INSTRUCTOR, this::ask),
                Route.get(
                        ALL + "/{comparison}",
                        Access.INSTRUCTOR,
                        call -> Html.answer(call.http(), 200, pages.comparison(store.read(tx -> one(tx, call))))));
    }

    static String address(Call call) {
        return PageText.address(call.course(), call.assignment()) + "/comparisons";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    /** Everybody whose a submission is, leading to it. */
    static Link submission(Map<String, List<Person>> owners, String submission) {
        return new Link(
                owners.getOrDefault(submission, List.of()).stream()
                        .map(person -> PageText.line(person.name()))
                        .collect(Collectors.joining(", ")),
                "/submissions/" + submission + "/view");
    }

    static Stream<String> ids(List<StoredPair> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair.first(), pair.second()));
    }

    private void ask(Call call) throws IOException {
        Html.redirect(call.http(), address(call) + "/" + comparisons.ask(call).id());
    }

    private ComparisonsPage all(Tx tx, Call call) {
        PublishedAssignment published = ClassRoutes.published(tx, call);
        ZoneId zone = results.assignment(published).zone();
        return new ComparisonsPage(
                PageText.frame("Likeness", call.who()),
                new Link(
                        PageText.line(published.title()),
                        PageText.address(call.course(), call.assignment()) + "/class"),
                address(call),
                new Comparisons(tx)
                        .of(call.course(), call.assignment()).stream()
                                .map(one -> new ComparisonsPage.Line(
                                        new Link(PageText.brief(one.askedAt(), zone), address(call) + "/" + one.id()),
                                        standing(one),
                                        live(call, one),
                                        one.askedBy()))
                                .toList());
    }

    private static String standing(StoredComparison one) {
        return switch (one.state()) {
            case WAITING, RUNNING -> "";
            case DONE -> Words.plural(one.compared(), "submission", "submissions") + " compared.";
            case FAILED -> "Failed, and changed nothing: " + PageText.line(one.reason());
        };
    }

    private static Optional<Live> live(Call call, StoredComparison one) {
        String words = switch (one.state()) {
            case WAITING -> "Waiting for its turn";
            case RUNNING -> "Under way";
            case DONE, FAILED -> "";
        };
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Live(words, 0, 0, "/api/v1" + address(call) + "/" + one.id() + "/events"));
    }

    private ComparisonPage one(Tx tx, Call call) {
        StoredComparison comparison = ComparisonRoutes.comparison(tx, call);
        Likenesses found = new Likenesses(tx);
        List<StoredPair> pairs = found.pairs(comparison.id());
        List<StoredPair> shown = pairs.stream().limit(SHOWN).toList();
        List<LeftOut> leftOut = found.leftOut(comparison.id());
        Map<String, List<Person>> owners = tx.submissions()
                .owners(Stream.concat(ids(shown), leftOut.stream().map(LeftOut::id))
                        .collect(Collectors.toSet()));
        return new ComparisonPage(
                PageText.frame("Likeness", call.who()),
                new Link("All comparisons", address(call)),
                standing(comparison)
                        + (pairs.size() > SHOWN
                                ? " Of " + pairs.size() + " pairs the " + SHOWN + " most alike are shown."
                                : ""),
                live(call, comparison),
                LikenessPicture.of(found.spread(comparison.id()).orElse(Spread.NONE)),
                shown.stream().map(pair -> line(call, comparison, pair, owners)).toList(),
                leftOut.stream()
                        .map(one -> new ComparisonPage.LeftOut(submission(owners, one.id()), PageText.line(one.why())))
                        .toList());
    }

    private static ComparisonPage.Line line(
            Call call, StoredComparison comparison, StoredPair pair, Map<String, List<Person>> owners) {
        return new ComparisonPage.Line(
                new Link(percent(pair.similarity()), address(call) + "/" + comparison.id() + "/pairs/" + pair.place()),
                submission(owners, pair.first()),
                submission(owners, pair.second()),
                percent(pair.larger()),
                Integer.toString(pair.tokens()));
    }
}
