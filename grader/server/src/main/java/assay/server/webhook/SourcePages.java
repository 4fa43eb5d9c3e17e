package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.Html;
import assay.server.http.HttpProblem;
import assay.server.http.PageText;
import assay.server.http.Route;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.SourcePage;
import assay.server.secret.Vault;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The page of one source of events: its names, and what became of what it sent. */
public final class SourcePages {
    private static final String ONE = WebhookPages.PAGE + "/sources/{source}";
    private static final int LISTED = 200;

    private final Store store;
    private final SourceDesk desk;
    private final Pages pages;
    private final URI address;

    /** @param address of ours, as the systems reach it */
    public SourcePages(Store store, Vault vault, Pages pages, URI address) {
        this.store = requireNonNull(store, "store is null");
        this.desk = new SourceDesk(store, vault);
        this.pages = requireNonNull(pages, "pages is null");
        this.address = requireNonNull(address, "address is null");
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ONE, Access.STAFF, call -> answer(call, 200, List.of())),
                Route.post(ONE + "/names", Access.INSTRUCTOR, this::name));
    }

    private void answer(Call call, int status, List<String> problems) {
        Source source = desk.source(call);
        Html.answer(call.http(), status, pages.source(store.read(tx -> page(tx, call, source, problems))));
    }

    private SourcePage page(Tx tx, Call call, Source source, List<String> problems) {
        return new SourcePage(
                PageText.frame("Events of " + WebhookPages.words(source.kind()), call.who()),
                new Link("All webhooks", WebhookPages.page(call)),
                page(call, source),
                SourceRoutes.address(address, source) + (source.disabled() ? ", switched off" : ""),
                call.instructs(),
                call.query("done").isPresent() ? "The name is known now." : "",
                problems,
                new Names(tx)
                        .of(source.id()).stream()
                                .map(one -> new SourcePage.Name(
                                        PageText.line(one.name()), one.assignment(), PageText.line(one.person())))
                                .toList(),
                tx.courses().assignments(call.course()).stream()
                        .map(PublishedAssignment::id)
                        .toList(),
                new Inbox(tx)
                        .of(source.id(), LISTED).stream()
                                .map(SourcePages::event)
                                .toList());
    }

    private static String page(Call call, Source source) {
        return WebhookPages.page(call) + "/sources/" + source.id();
    }

    private static SourcePage.Event event(Inbox.Line line) {
        return new SourcePage.Event(
                PageText.brief(line.receivedAt(), ZoneOffset.UTC),
                PageText.line(line.type()),
                line.state().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (line.tries() > 1 ? ", tried " + line.tries() + " times" : ""),
                PageText.line(line.reason()));
    }

    private void name(Call call) {
        Source source = desk.source(call);
        try {
            NameRoutes.put(
                    store,
                    call,
                    source,
                    List.of(new NameRoutes.WantedName(
                            call.form("name").orElse(""),
                            call.form("assignment").orElse(""),
                            call.form("student").orElse(""))));
        } catch (HttpProblem problem) {
            answer(call, problem.status(), List.of(WebhookPages.words(problem)));
            return;
        }
        Html.redirect(call.http(), page(call, source) + "?done=1");
    }
}
