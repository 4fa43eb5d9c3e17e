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
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The addresses that platforms and their users' browsers come to. */
public final class LtiRoutes {
    private final ToolKeys keys;
    private final DynamicRegistration dynamic;
    private final Framed framed;
    private final List<Route> routes = new ArrayList<>();

    /**
     * @param tool our own address, as browsers see it
     * @param maximum the points of an assignment, for line items that are made with links
     */
    public LtiRoutes(
            Store store,
            URI tool,
            ToolKeys keys,
            GuardedWeb web,
            Pages pages,
            Function<PublishedAssignment, Points> maximum) {
        this.keys = requireNonNull(keys, "keys is null");
        this.framed = new Framed(pages);
        this.dynamic = new DynamicRegistration(store, web, tool);
        DeepLinkRoutes choices = new DeepLinkRoutes(store, keys, tool, framed, maximum);
        LaunchFlow launch = new LaunchFlow(store, new RemoteKeys(web, store.clock()), tool);
        routes.addAll(new LoginRoutes(new LoginFlow(store, tool), tool, framed).routes());
        routes.addAll(new LaunchRoutes(store, launch, choices, tool, framed).routes());
        routes.addAll(choices.routes());
        routes.addAll(own());
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }

    private List<Route> own() {
        return List.of(
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

    private void register(Call call) {
        Optional<URI> configuration = Framed.value(call, "openid_configuration").flatMap(Claims::address);
        if (configuration.isEmpty()) {
            framed.refuse(call, "The platform did not say where it describes itself.");
            return;
        }
        switch (dynamic.register(
                configuration.get(), Framed.value(call, "registration_token").orElse(""))) {
            case DynamicRegistration.Result.Refused(String reason) -> framed.refuse(call, reason);
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
}
