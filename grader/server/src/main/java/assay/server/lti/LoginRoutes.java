package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.Route;
import assay.server.page.LtiPage;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a platform sends a browser first. */
final class LoginRoutes {
    private final LoginFlow login;
    private final URI tool;
    private final Framed framed;

    LoginRoutes(LoginFlow login, URI tool, Framed framed) {
        this.login = requireNonNull(login, "login is null");
        this.tool = requireNonNull(tool, "tool is null");
        this.framed = requireNonNull(framed, "framed is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/lti/login", Access.EXTERNAL, this::begin),
                Route.post("/lti/login", Access.EXTERNAL, this::begin));
    }

    private void begin(Call call) {
        Map<String, String> sent = new LinkedHashMap<>();
        List.of("iss", "client_id", "login_hint", "lti_message_hint", "lti_deployment_id", "target_link_uri")
                .forEach(name -> Framed.value(call, name).ifPresent(text -> sent.put(name, text)));
        String storage = Framed.value(call, "lti_storage_target")
                .filter(text -> text.matches("[A-Za-z0-9_.-]{1,100}"))
                .orElse("");
        boolean inFrame = Framed.inFrame(call);
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
            case LoginFlow.Result.Refused(String reason) -> framed.refuse(call, reason);
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
}
