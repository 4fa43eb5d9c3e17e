package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.Route;
import assay.server.jose.RemoteKeys;
import assay.server.net.GuardedWeb;
import assay.server.page.LtiPage;
import assay.server.page.Pages;
import assay.server.secret.Tokens;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.Store;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses that platforms and their users' browsers come to. */
public final class LtiRoutes {
    private static final Logger logger = LoggerFactory.getLogger(LtiRoutes.class);
    private static final Duration LINK = Duration.ofMinutes(5);
    private static final int LONGEST = 4000;
    private static final int LONGEST_TOKEN = 200_000;

    private final Store store;
    private final URI tool;
    private final ToolKeys keys;
    private final LoginFlow login;
    private final LaunchFlow launch;
    private final DynamicRegistration dynamic;
    private final Function<PublishedAssignment, Points> maximum;
    private final Framed framed = new Framed(new Pages());

    /**
     * @param tool our own address, as browsers see it
     * @param maximum the points of an assignment, for line items that are made with links
     */
    public LtiRoutes(
            Store store, URI tool, ToolKeys keys, GuardedWeb web, Function<PublishedAssignment, Points> maximum) {
        this.store = requireNonNull(store, "store is null");
        this.tool = requireNonNull(tool, "tool is null");
        this.keys = requireNonNull(keys, "keys is null");
        this.maximum = requireNonNull(maximum, "maximum is null");
        this.login = new LoginFlow(store, tool);
        this.launch = new LaunchFlow(store, new RemoteKeys(web, store.clock()), tool);
        this.dynamic = new DynamicRegistration(store, web, tool);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/lti/login", Access.EXTERNAL, this::begin),
                Route.post("/lti/login", Access.EXTERNAL, this::begin),
                Route.post("/lti/launch", Access.EXTERNAL, this::launched),
                Route.post("/lti/deep-link", Access.EXTERNAL, this::chosen),
                Route.get("/lti/register", Access.EXTERNAL, this::register),
                Route.get("/lti/keys", Access.PUBLIC, call -> json(call, keys.published())),
                Route.get(
                        "/lti/config.json",
                        Access.PUBLIC,
                        call -> json(call, Claims.JSON.writeValueAsString(dynamic.ourselves()))),
                Route.get("/lti/storage.js", Access.PUBLIC, LtiRoutes::script));
    }

    private static void json(Call call, String text) {
        call.http().contentType("application/json").result(text);
    }

    private static void script(Call call) {
        call.http()
                .contentType("text/javascript; charset=utf-8")
                .result(requireNonNull(
                        LtiRoutes.class.getResourceAsStream("/assay/server/lti/storage.js"), "storage.js"));
    }

    private void begin(Call call) {
        Map<String, String> sent = new LinkedHashMap<>();
        List.of("iss", "client_id", "login_hint", "lti_message_hint", "lti_deployment_id", "target_link_uri")
                .forEach(name -> value(call, name).ifPresent(text -> sent.put(name, text)));
        String storage = value(call, "lti_storage_target")
                .filter(text -> text.matches("[A-Za-z0-9_.-]{1,100}"))
                .orElse("");
        boolean inFrame = "iframe".equals(call.http().header("Sec-Fetch-Dest"));
        if (inFrame && storage.isEmpty()) {
            framed.answer(
                    call.http(),
                    200,
                    LtiPage.form("Assay", "Assay opens in a window of its own.", "/lti/login", sent, "Open Assay")
                            .inNewWindow(true),
                    "",
                    "");
            return;
        }
        LoginFlow.Request request = new LoginFlow.Request(
                sent.getOrDefault("iss", ""),
                sent.getOrDefault("client_id", ""),
                sent.getOrDefault("login_hint", ""),
                sent.getOrDefault("lti_message_hint", ""),
                sent.getOrDefault("lti_deployment_id", ""),
                inFrame ? storage : "");
        switch (login.begin(request)) {
            case LoginFlow.Result.Refused(String reason) -> refuse(call, reason);
            case LoginFlow.Result.Redirect(Logins.Begun begun, URI address, String origin, String frame) -> {
                BrowserCookie.set(call.http(), begun, tool);
                if (frame.isEmpty()) {
                    call.http().redirect(address.toString());
                } else {
                    framed.answer(
                            call.http(),
                            200,
                            LtiPage.saying("Assay", "")
                                    .asking(new LtiPage.Storage(
                                            "put",
                                            BrowserCookie.name(begun.state()),
                                            begun.browser(),
                                            origin,
                                            frame,
                                            address.toString())),
                            origin,
                            "");
                }
            }
        }
    }

    private void launched(Call call) {
        String state = value(call, "state").orElse("");
        String token = Optional.ofNullable(call.http().formParam("id_token"))
                .filter(text -> text.length() <= LONGEST_TOKEN)
                .orElse("");
        if (token.isEmpty()) {
            refuse(
                    call,
                    "The platform sent no token"
                            + value(call, "error").map(LtiRoutes::shown).orElse("."));
            return;
        }
        Optional<String> stored = Optional.ofNullable(call.http().formParam("stored"));
        String browser = BrowserCookie.get(call.http(), state).or(() -> stored).orElse("");
        switch (launch.launch(state, token, browser, stored.isEmpty())) {
            case LaunchFlow.Result.Refused(String reason) -> refuse(call, reason);
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
                    case Launch.Choosing choosing -> choose(call, registration, choosing);
                    case Launch.Refused(String reason) -> refuse(call, reason);
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
            refuse(call, arrival.refused().get());
            return;
        }
        boolean inFrame = "iframe".equals(call.http().header("Sec-Fetch-Dest"));
        String what = arrival.assignment().isEmpty() ? "your courses" : arrival.assignment();
        framed.answer(
                call.http(),
                200,
                LtiPage.form("Assay", "Go on to " + what + ".", "/sign-in/" + code, Map.of(), "Open Assay")
                        .inNewWindow(inFrame),
                LoginFlow.origin(registration.login()),
                "");
    }

    private void choose(Call call, Registration registration, Launch.Choosing choosing) {
        Map<String, String> assignments = new LinkedHashMap<>();
        Optional<String> code = store.write(tx -> {
            try {
                Arrivals.Arrived who = new Arrivals(tx, registration).arrive(choosing.person());
                if (who.role()
                        .filter(role -> role.compareTo(Role.INSTRUCTOR) >= 0)
                        .isEmpty()) {
                    return Optional.empty();
                }
                tx.courses().assignments(who.course()).forEach(one -> assignments.put(one.id(), one.title()));
                return Optional.of(new DeepLinks(tx).begin(registration, choosing, who));
            } catch (Arrivals.NotHere not) {
                logger.info("lti: {}", not.getMessage());
                return Optional.empty();
            }
        });
        if (code.isEmpty()) {
            refuse(call, "Only instructors of a course that is linked with Assay choose what a link opens.");
            return;
        }
        framed.answer(
                call.http(),
                200,
                LtiPage.form("Choose", "Which assignment?", "/lti/deep-link", Map.of("code", code.get()), "Choose")
                        .choosing(assignments, choosing.multiple()),
                LoginFlow.origin(registration.login()),
                "");
    }

    private void chosen(Call call) {
        List<String> wanted = call.http().formParams("assignment");
        Optional<DeepLinks.Choice> ended =
                store.write(tx -> new DeepLinks(tx).end(value(call, "code").orElse("")));
        if (ended.isEmpty()) {
            refuse(call, "This choice was made already, or took too long.");
            return;
        }
        DeepLinks.Choice choice = ended.get();
        Registration registration = store.read(tx -> new Registrations(tx).find(choice.registration()))
                .orElseThrow();
        List<DeepLinks.Item> items = store.read(tx -> tx.courses().assignments(choice.course()).stream()
                .filter(one -> wanted.contains(one.id()))
                .map(one -> new DeepLinks.Item(one.id(), one.title(), maximum.apply(one)))
                .toList());
        String token = keys.sign(DeepLinks.answer(
                registration, choice, items, tool, store.clock().instant()));
        framed.answer(
                call.http(),
                200,
                LtiPage.form("Chosen", "", choice.returnTo().toString(), Map.of("JWT", token), "Back to the course"),
                LoginFlow.origin(registration.login()),
                LoginFlow.origin(choice.returnTo()));
    }

    private void register(Call call) {
        Optional<URI> configuration = value(call, "openid_configuration").flatMap(Claims::address);
        if (configuration.isEmpty()) {
            refuse(call, "The platform did not say where it describes itself.");
            return;
        }
        switch (dynamic.register(
                configuration.get(), value(call, "registration_token").orElse(""))) {
            case DynamicRegistration.Result.Refused(String reason) -> refuse(call, reason);
            case DynamicRegistration.Result.Waiting(Registration registration) ->
                framed.answer(
                        call.http(),
                        200,
                        LtiPage.saying(
                                "Registered",
                                "Assay is registered, and waits for its own administrator to agree to registration "
                                        + registration.id() + ". You may close this window."),
                        LoginFlow.origin(registration.login()),
                        "");
        }
    }

    /** The reason is in our own words; what the platform said is in none of them. */
    private void refuse(Call call, String reason) {
        logger.info("lti refused: {}", reason);
        framed.answer(call.http(), 400, LtiPage.saying("This did not work", reason), "", "");
    }

    private static String shown(String error) {
        return error.matches("[a-z_]{1,60}") ? " but says: " + error + "." : ".";
    }

    private static Optional<String> value(Call call, String name) {
        Optional<String> sent = call.form(name).or(() -> call.query(name));
        return sent.filter(text -> text.length() <= LONGEST);
    }
}
