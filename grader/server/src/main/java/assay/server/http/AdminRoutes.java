package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.report.text.Words;
import assay.server.page.Figure;
import assay.server.page.JobLine;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.QueuePage;
import assay.server.page.TokenLine;
import assay.server.page.TokensPage;
import assay.server.page.WorkerLine;
import assay.server.secret.Tokens;
import assay.server.store.Credential;
import assay.server.store.GradingState;
import assay.server.store.Scope;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The queue's page, and everybody's page of their own tokens. */
final class AdminRoutes {
    private static final Duration ALIVE = Duration.ofMinutes(2);
    private static final Duration TOKEN = Duration.ofDays(180);
    private static final int LISTED = 200;
    private static final int SHORT_ID = 8;

    private final Store store;
    private final Pages pages;

    AdminRoutes(Store store, Pages pages) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/queue",
                        Access.ADMIN,
                        call -> Html.answer(call.http(), 200, pages.queue(store.read(tx -> queue(tx, call))))),
                Route.get("/tokens", Access.SIGNED_IN, call -> tokens(call, "")),
                Route.post("/tokens", Access.OWN_ACCOUNT, this::add),
                Route.post("/tokens/{token}/revoke", Access.OWN_ACCOUNT, this::revoke));
    }

    private static QueuePage queue(Tx tx, Call call) {
        return new QueuePage(
                PageText.frame("Queue", call.who()),
                List.of(
                        figure("waiting", tx.gradings().count(GradingState.WAITING)),
                        figure("running", tx.gradings().count(GradingState.RUNNING)),
                        figure("set aside", tx.gradings().count(GradingState.SET_ASIDE))),
                tx.fleet().workers(ALIVE).stream()
                        .map(worker -> new WorkerLine(
                                worker.id(),
                                worker.host(),
                                worker.capabilities() + ", "
                                        + Words.plural(worker.threads(), "grading at a time", "gradings at a time"),
                                time(worker.seenAt()),
                                worker.note()))
                        .toList(),
                tx.gradings().open(LISTED).stream().map(AdminRoutes::line).toList(),
                tx.gradings().setAside(LISTED).stream().map(AdminRoutes::line).toList());
    }

    private static Figure figure(String name, long count) {
        return new Figure(name, Words.count(count));
    }

    private static JobLine line(StoredGrading grading) {
        String id = grading.submission();
        return new JobLine(
                new Link(id.substring(id.length() - SHORT_ID), "/submissions/" + id + "/view"),
                grading.course() + " · " + grading.assignment(),
                SubmissionViews.state(grading.state()) + (grading.tries() > 1 ? ", try " + grading.tries() : ""),
                grading.urgency().name().toLowerCase(Locale.ROOT),
                time(grading.queuedAt()),
                PageText.line(grading.reason()));
    }

    private static String time(Instant instant) {
        return PageText.brief(instant, ZoneOffset.UTC);
    }

    private void tokens(Call call, String fresh) {
        List<Credential> own =
                store.read(tx -> tx.credentials().tokensOf(call.who().id()));
        Instant now = store.clock().instant();
        Html.answer(
                call.http(),
                200,
                pages.tokens(new TokensPage(
                        PageText.frame("Tokens", call.who()),
                        fresh,
                        own.stream()
                                .map(token -> new TokenLine(
                                        token.id(),
                                        token.name(),
                                        token.scope().name().toLowerCase(Locale.ROOT),
                                        time(token.expiresAt()),
                                        token.revokedAt().isEmpty() && now.isBefore(token.expiresAt())))
                                .toList())));
    }

    private void add(Call call) {
        String name = Fields.line(call.form("name").orElse(""), "name");
        Scope scope = AccountRoutes.scope(call.form("scope").orElse("submit"));
        String token = Tokens.draw();
        store.write(tx -> {
            Credential one = tx.credentials()
                    .addToken(
                            Tokens.hash(token),
                            call.who().id(),
                            scope,
                            "",
                            name,
                            tx.now().plus(TOKEN));
            tx.audit(call.who().id(), "token added", "", one.id(), scope.name());
            return one;
        });
        tokens(call, token);
    }

    private void revoke(Call call) {
        store.write(tx -> {
            boolean done =
                    tx.credentials().revoke(call.path("token"), call.who().id());
            if (done) {
                tx.audit(call.who().id(), "token revoked", "", call.path("token"), "");
            }
            return done;
        });
        Html.redirect(call.http(), "/tokens");
    }
}
