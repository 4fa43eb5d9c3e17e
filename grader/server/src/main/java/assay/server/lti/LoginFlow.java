package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.store.Store;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first step: a platform asks us to ask it who somebody is (OpenID Connect, third-party initiated login). */
final class LoginFlow {
    private final Store store;
    private final URI tool;

    LoginFlow(Store store, URI tool) {
        this.store = requireNonNull(store, "store is null");
        this.tool = requireNonNull(tool, "tool is null");
    }

    /** What a platform sends; each empty where it does not. */
    record Request(
            String issuer, String clientId, String loginHint, String messageHint, String deployment, String storage) {}

    sealed interface Result {
        /**
         * @param address where the browser goes
         * @param origin of the platform, to which alone the browser tells what it keeps
         */
        record Redirect(Logins.Begun begun, URI address, String origin, String storage) implements Result {}

        record Refused(String reason) implements Result {}
    }

    Result begin(Request request) {
        if (request.issuer().isEmpty() || request.loginHint().isEmpty()) {
            return new Result.Refused("The platform did not say who it is, or whom it means.");
        }
        List<Registration> known = store.read(tx -> new Registrations(tx).of(request.issuer(), request.clientId()));
        if (known.isEmpty()) {
            return new Result.Refused("This platform is not registered here.");
        }
        if (known.size() > 1) {
            return new Result.Refused("The platform did not say which of its tools this is (client_id).");
        }
        Registration registration = known.getFirst();
        Logins.Begun begun = store.write(tx -> new Logins(tx).begin(registration, request.storage()));
        return new Result.Redirect(
                begun, address(registration, begun, request), origin(registration.login()), request.storage());
    }

    /** The origin to which a browser will be sent from here; empty where the platform is not registered. */
    Optional<String> platform(String issuer, String clientId) {
        return store.read(tx -> new Registrations(tx).of(issuer, clientId)).stream()
                .map(registration -> origin(registration.login()))
                .findFirst();
    }

    private URI address(Registration registration, Logins.Begun begun, Request request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("scope", "openid");
        parameters.put("response_type", "id_token");
        parameters.put("response_mode", "form_post");
        parameters.put("prompt", "none");
        parameters.put("client_id", registration.clientId());
        parameters.put("redirect_uri", tool.resolve("/lti/launch").toString());
        parameters.put("login_hint", request.loginHint());
        parameters.put("state", begun.state());
        parameters.put("nonce", begun.nonce());
        if (!request.messageHint().isEmpty()) {
            parameters.put("lti_message_hint", request.messageHint());
        }
        if (!request.deployment().isEmpty()) {
            parameters.put("lti_deployment_id", request.deployment());
        }
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String base = registration.login().toString();
        return URI.create(base + (base.contains("?") ? "&" : "?") + query);
    }

    static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
