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
import assay.server.page.WebhooksPage;
import assay.server.secret.Vault;
import assay.server.store.Course;
import assay.server.store.Store;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of a course's webhooks, in both directions. A secret is shown once, on the page that answers its drawing. */
public final class WebhookPages {
    static final String PAGE = "/courses/{course}/webhooks";
    private static final String SOURCE = PAGE + "/sources/{source}";
    private static final String RECEIVER = PAGE + "/receivers/{receiver}";
    private static final Map<String, String> DONE = Map.of(
            "source-off", "The source is switched off; what it sends is refused.",
            "receiver-off", "The receiver is switched off; nothing more is sent to it.",
            "receiver-on", "The receiver is switched on.");

    private final Store store;
    private final SourceDesk sources;
    private final ReceiverDesk receivers;
    private final Pages pages;
    private final URI address;

    /** @param address of ours, as the systems reach it */
    public WebhookPages(Store store, Vault vault, Pages pages, URI address) {
        this.store = requireNonNull(store, "store is null");
        this.sources = new SourceDesk(store, vault);
        this.receivers = new ReceiverDesk(store, vault);
        this.pages = requireNonNull(pages, "pages is null");
        this.address = requireNonNull(address, "address is null");
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PAGE, Access.STAFF, call -> answer(call, 200, Optional.empty(), List.of())),
                Route.post(PAGE + "/sources", Access.INSTRUCTOR, this::addSource),
                Route.post(SOURCE + "/rotate", Access.INSTRUCTOR, this::rotateSource),
                Route.post(SOURCE + "/remove", Access.INSTRUCTOR, call -> {
                    sources.switchOff(call);
                    back(call, "source-off");
                }),
                Route.post(PAGE + "/receivers", Access.INSTRUCTOR, this::addReceiver),
                Route.post(RECEIVER + "/rotate", Access.INSTRUCTOR, this::rotateReceiver),
                Route.post(RECEIVER + "/remove", Access.INSTRUCTOR, call -> {
                    receivers.disable(call);
                    back(call, "receiver-off");
                }),
                Route.post(RECEIVER + "/enable", Access.INSTRUCTOR, call -> {
                    receivers.enable(call);
                    back(call, "receiver-on");
                }));
    }

    static String page(Call call) {
        return "/courses/" + PageText.segment(call.course()) + "/webhooks";
    }

    private static void back(Call call, String done) {
        Html.redirect(call.http(), page(call) + "?done=" + done);
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // what was just drawn, if anything was
    private void answer(Call call, int status, Optional<WebhooksPage.Secret> fresh, List<String> problems) {
        String title = store.read(tx -> tx.courses().find(call.course()).map(Course::title))
                .orElse(call.course());
        WebhooksPage page = new WebhooksPage(
                PageText.frame("Webhooks", call.who()),
                new Link(PageText.line(title), "/courses/" + PageText.segment(call.course())),
                page(call),
                call.instructs(),
                call.query("done").map(done -> DONE.getOrDefault(done, "")).orElse(""),
                fresh,
                problems,
                sources.all(call.course()).stream().map(this::line).toList(),
                receivers.all(call.course()).stream().map(this::line).toList());
        Html.answer(call.http(), status, pages.webhooks(page));
    }

    private WebhooksPage.Source line(Source source) {
        return new WebhooksPage.Source(
                source.id(),
                words(source.kind()),
                SourceRoutes.address(address, source),
                (source.disabled() ? "switched off" : "on")
                        + (source.trusted() ? ", its times count" : ", its events count from when they come"),
                !source.disabled(),
                source.kind() != Source.Kind.CANVAS);
    }

    static String words(Source.Kind kind) {
        return switch (kind) {
            case STANDARD -> "Standard Webhooks";
            case SIGNED -> "signed events";
            case GITHUB -> "GitHub";
            case CANVAS -> "Canvas";
        };
    }

    private WebhooksPage.Receiver line(Endpoint endpoint) {
        Instant now = store.clock().instant();
        String state = endpoint.breaker()
                .openUntil()
                .filter(now::isBefore)
                .map(until ->
                        "spared until " + PageText.brief(until, ZoneOffset.UTC) + " UTC, since it does not answer")
                .orElse(endpoint.breaker().failures() == 0 ? "on" : "on, its last answer was a failure");
        return new WebhooksPage.Receiver(
                endpoint.id(),
                PageText.line(endpoint.url().toString()),
                endpoint.disabled() ? "switched off" : state,
                !endpoint.disabled());
    }

    private void addSource(Call call) {
        SourceDesk.Made made;
        try {
            made = sources.add(
                    call,
                    new SourceDesk.Wanted(
                            SourceRoutes.kind(call.form("kind").orElse("")),
                            call.form("trusted").isPresent(),
                            call.form("keys_address"),
                            call.form("fetch_address"),
                            call.form("fetch_token").orElse("")));
        } catch (HttpProblem problem) {
            answer(call, problem.status(), Optional.empty(), List.of(words(problem)));
            return;
        }
        answer(call, 200, Optional.of(secret(made.source(), made.secret().orElse(""))), List.of());
    }

    private void rotateSource(Call call) {
        String drawn = sources.rotate(call);
        answer(call, 200, Optional.of(secret(sources.source(call), drawn)), List.of());
    }

    private WebhooksPage.Secret secret(Source source, String drawn) {
        return new WebhooksPage.Secret(
                words(source.kind()),
                drawn,
                SourceRoutes.address(address, source),
                drawn.isEmpty()
                        ? "Canvas signs with keys of its own; enter only the address there."
                        : "Enter both there. The secret before this one, if there was one, holds until the next is"
                                + " drawn.");
    }

    private void addReceiver(Call call) {
        ReceiverDesk.Made made;
        try {
            made = receivers.add(call, call.form("url").orElse(""));
        } catch (HttpProblem problem) {
            answer(call, problem.status(), Optional.empty(), List.of(words(problem)));
            return;
        }
        answer(call, 200, Optional.of(secret(made.endpoint(), made.secret())), List.of());
    }

    private void rotateReceiver(Call call) {
        String drawn = receivers.rotate(call);
        answer(call, 200, Optional.of(secret(receivers.endpoint(call), drawn)), List.of());
    }

    private static WebhooksPage.Secret secret(Endpoint endpoint, String drawn) {
        return new WebhooksPage.Secret(
                PageText.line(endpoint.url().toString()),
                drawn,
                "",
                "By it the receiver verifies what we send. The secret before this one, if there was one, signs as well"
                        + " for a day.");
    }

    /** What went wrong, as one line. */
    static String words(HttpProblem problem) {
        Object detail = problem.more().getOrDefault("detail", problem.more().get("name"));
        return PageText.line(problem.title() + (detail == null ? "" : " (" + detail + ")"));
    }
}
