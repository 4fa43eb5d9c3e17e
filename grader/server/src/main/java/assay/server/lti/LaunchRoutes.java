package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.Route;
import assay.server.page.LtiPage;
import assay.server.secret.Tokens;
import assay.server.store.Store;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a browser comes to with the platform's word for who it is. */
final class LaunchRoutes {
    private static final Duration LINK = Duration.ofMinutes(5);
    private static final int LONGEST_TOKEN = 200_000;

    private final Store store;
    private final LaunchFlow launch;
    private final DeepLinkRoutes choices;
    private final URI tool;
    private final Framed framed;

    /** @param choices for whoever comes to choose what a link opens */
    LaunchRoutes(Store store, LaunchFlow launch, DeepLinkRoutes choices, URI tool, Framed framed) {
        this.store = requireNonNull(store, "store is null");
        this.launch = requireNonNull(launch, "launch is null");
        this.choices = requireNonNull(choices, "choices is null");
        this.tool = requireNonNull(tool, "tool is null");
        this.framed = requireNonNull(framed, "framed is null");
    }

    List<Route> routes() {
        return List.of(Route.post("/lti/launch", Access.EXTERNAL, this::launched));
    }

    private void launched(Call call) {
        String state = Framed.value(call, "state").orElse("");
        String token = Optional.ofNullable(call.http().formParam("id_token"))
                .filter(text -> text.length() <= LONGEST_TOKEN)
                .orElse("");
        if (token.isEmpty()) {
            framed.refuse(
                    call,
                    "The platform sent no token"
                            + Framed.value(call, "error")
                                    .map(LaunchRoutes::shown)
                                    .orElse("."));
            return;
        }
        Optional<String> stored = Optional.ofNullable(call.http().formParam("stored"));
        String browser = BrowserCookie.get(call.http(), state).or(() -> stored).orElse("");
        switch (launch.launch(state, token, browser, stored.isEmpty())) {
            case LaunchFlow.Result.Refused(String reason) -> framed.refuse(call, reason);
            case LaunchFlow.Result.AskStorage(String origin, String frame) ->
                framed.answer(
                        call.http(),
                        200,
                        LtiPage.form(
                                        "Assay",
                                        "",
                                        "/lti/launch",
                                        Map.of("state", state, "id_token", token, "stored", ""),
                                        "Go on")
                                .asking(new LtiPage.Storage("get", BrowserCookie.name(state), "", origin, frame, "")),
                        origin,
                        "");
            case LaunchFlow.Result.Launched(Registration registration, Launch found) -> {
                BrowserCookie.clear(call.http(), state, tool);
                switch (found) {
                    case Launch.Opened opened -> open(call, registration, opened);
                    case Launch.Choosing choosing -> choices.choose(call, registration, choosing);
                    case Launch.Refused(String reason) -> framed.refuse(call, reason);
                }
            }
        }
    }

    private record Arrival(Optional<String> refused, String person, String assignment) {}

    /** In a frame our own cookies may not hold: a link that works once takes the browser to a window of its own. */
    private void open(Call call, Registration registration, Launch.Opened opened) {
        String code = Tokens.draw();
        Arrival arrival = store.write(tx -> {
            Arrivals arrivals = new Arrivals(tx, registration);
            try {
                Arrivals.Arrived who = arrivals.arrive(opened.person());
                tx.credentials()
                        .addLink(Tokens.hash(code), who.person(), tx.now().plus(LINK));
                return new Arrival(
                        Optional.empty(),
                        who.person(),
                        arrivals.assignment(opened, who.course()).orElse(""));
            } catch (Arrivals.NotHere not) {
                return new Arrival(Optional.of(String.valueOf(not.getMessage())), "", "");
            }
        });
        if (arrival.refused().isPresent()) {
            framed.refuse(call, arrival.refused().get());
            return;
        }
        boolean inFrame = Framed.inFrame(call);
        String what = arrival.assignment().isEmpty() ? "your courses" : arrival.assignment();
        framed.answer(
                call.http(),
                200,
                LtiPage.form("Assay", "Go on to " + what + ".", "/sign-in/" + code, Map.of(), "Open Assay")
                        .inNewWindow(inFrame),
                LoginFlow.origin(registration.login()),
                "");
    }

    private static String shown(String error) {
        return error.matches("[a-z_]{1,60}") ? " but says: " + error + "." : ".";
    }
}
