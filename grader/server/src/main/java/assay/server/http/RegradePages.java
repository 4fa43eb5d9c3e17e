package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.Regrading;
import assay.server.course.ShownResults;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.RegradesPage;
import assay.server.store.PublishedAssignment;
import assay.server.store.Regrade;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.time.ZoneId;
import java.util.List;

/** The pages on which a teacher looks at a regrade and decides. */
final class RegradePages {
    private static final String ALL = StudentRoutes.BASE + "/regrades";
    private static final String ONE = ALL + "/{regrade}";

    private final Store store;
    private final Pages pages;
    private final Regrading regrading;
    private final ShownResults results;
    private final RegradeView view;

    RegradePages(Store store, Pages pages, Regrading regrading, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.regrading = requireNonNull(regrading, "regrading is null");
        this.results = requireNonNull(results, "results is null");
        this.view = new RegradeView(results);
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        ALL,
                        Access.STAFF,
                        call -> Html.answer(call.http(), 200, pages.regrades(store.read(tx -> all(tx, call))))),
                Route.post(ALL, Access.INSTRUCTOR, this::propose),
                Route.get(ONE, Access.STAFF, this::one),
                Route.post(ONE, Access.INSTRUCTOR, this::decide));
    }

    static String address(Call call) {
        return PageText.address(call.course(), call.assignment()) + "/regrades";
    }

    private RegradesPage all(Tx tx, Call call) {
        PublishedAssignment published = ClassRoutes.published(tx, call);
        ZoneId zone = results.assignment(published).zone();
        return new RegradesPage(
                PageText.frame("Regrades", call.who()),
                new Link(
                        PageText.line(published.title()),
                        PageText.address(call.course(), call.assignment()) + "/class"),
                address(call),
                "version " + published.version(),
                tx.regrades().of(call.course(), call.assignment()).stream()
                        .map(one -> new RegradesPage.Line(
                                new Link(PageText.brief(one.askedAt(), zone), address(call) + "/" + one.id()),
                                Integer.toString(one.version()),
                                RegradeView.words(one.state()),
                                one.askedBy(),
                                PageText.line(one.reason())))
                        .toList());
    }

    private void propose(Call call) {
        Regrade regrade = RegradeRoutes.propose(
                        store,
                        regrading,
                        call,
                        call.form("all").isPresent(),
                        Fields.line(call.form("reason").orElse(""), "reason"))
                .regrade();
        Html.redirect(call.http(), address(call) + "/" + regrade.id());
    }

    private void one(Call call) {
        Regrade regrade = RegradeRoutes.regrade(store, call);
        Html.answer(call.http(), 200, pages.regrade(store.read(tx -> view.page(tx, call, regrade))));
    }

    private void decide(Call call) {
        Regrade regrade = RegradeRoutes.regrade(store, call);
        String who = call.who().id();
        RegradeRoutes.decided(
                switch (call.form("decision").orElse("")) {
                    case "apply" -> regrading.apply(regrade, false, who);
                    case "up" -> regrading.apply(regrade, true, who);
                    case "drop" -> regrading.drop(regrade, who);
                    case "undo" -> regrading.undo(regrade, who);
                    default -> throw HttpProblem.bad("decision is apply, up, drop or undo");
                });
        Html.redirect(call.http(), address(call) + "/" + regrade.id());
    }
}
