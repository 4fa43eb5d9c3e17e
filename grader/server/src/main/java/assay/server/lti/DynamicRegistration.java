package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.net.GuardedWeb;
import assay.server.net.WebAnswer;
import assay.server.net.WebRequest;
import assay.server.store.Store;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A platform's administrator registers us by one click (LTI Dynamic Registration 1.0). Anybody can call here, so that what
 * comes of it waits until an administrator of ours agrees.
 */
public final class DynamicRegistration {
    private static final List<String> CLAIMS = List.of("iss", "sub", "name", "given_name", "family_name", "email");
    private static final String SCOPES =
            String.join(" ", Lti.SCOPE_LINE_ITEM, Lti.SCOPE_RESULT, Lti.SCOPE_SCORE, Lti.SCOPE_NAMES);

    private final Store store;
    private final GuardedWeb web;
    private final URI tool;

    public DynamicRegistration(Store store, GuardedWeb web, URI tool) {
        this.store = requireNonNull(store, "store is null");
        this.web = requireNonNull(web, "web is null");
        this.tool = requireNonNull(tool, "tool is null");
    }

    /** What came of it. */
    public sealed interface Result {
        /** It waits for {@link Registrations#activate}. */
        record Waiting(Registration registration) implements Result {}

        /** @param reason a sentence for the platform's administrator */
        record Refused(String reason) implements Result {}
    }

    /**
     * @param configuration the address of the platform's description of itself
     * @param token that the platform gave for this once; empty if it gave none
     */
    public Result register(URI configuration, String token) {
        if (!token.matches("[\\x21-\\x7E]{0,4000}")) {
            return new Result.Refused("The registration token is malformed.");
        }
        WebAnswer answer = web.send(WebRequest.get(configuration).with("Accept", "application/json"));
        Optional<Claims> read = answer instanceof WebAnswer.Answered got && got.isSuccess()
                ? Claims.parse(got.text())
                : Optional.empty();
        if (read.isEmpty()) {
            return new Result.Refused("The platform's configuration cannot be read (" + answer.summary() + ").");
        }
        Claims platform = read.get();
        Optional<URI> issuer = Claims.address(platform.text("issuer"));
        if (issuer.filter(uri -> isSame(uri, configuration)).isEmpty()) {
            return new Result.Refused("The platform's configuration is of another issuer than where it lies.");
        }
        Optional<URI> endpoint =
                Claims.address(platform.text("registration_endpoint")).filter(uri -> isSame(uri, configuration));
        Optional<URI> login = Claims.address(platform.text("authorization_endpoint"));
        Optional<URI> tokens = Claims.address(platform.text("token_endpoint"));
        Optional<URI> keys = Claims.address(platform.text("jwks_uri"));
        if (endpoint.isEmpty() || login.isEmpty() || tokens.isEmpty() || keys.isEmpty()) {
            return new Result.Refused("The platform's configuration lacks an address.");
        }
        WebRequest request = WebRequest.post(
                endpoint.get(),
                "application/json",
                Claims.JSON.writeValueAsString(ourselves()).getBytes(StandardCharsets.UTF_8));
        WebAnswer registered = web.send(token.isEmpty() ? request : request.with("Authorization", "Bearer " + token));
        Optional<Claims> given = registered instanceof WebAnswer.Answered got && got.isSuccess()
                ? Claims.parse(got.text())
                : Optional.empty();
        String clientId = given.map(each -> each.text("client_id")).orElse("");
        if (clientId.isEmpty()) {
            return new Result.Refused("The platform did not register us (" + registered.summary() + ").");
        }
        String deployment = given.get().in(Lti.TOOL_CONFIGURATION).id("deployment_id");
        return keep(platform, clientId, login.get(), tokens.get(), keys.get(), deployment);
    }

    private Result keep(Claims platform, String clientId, URI login, URI tokens, URI keys, String deployment) {
        String audience = platform.text("authorization_server");
        return store.write(tx -> {
            Registration registration = new Registration(
                    Registrations.newId(tx),
                    platform.text("issuer"),
                    clientId,
                    login,
                    tokens,
                    keys,
                    audience.isEmpty() ? tokens.toString() : audience,
                    platform.in(Lti.PLATFORM_CONFIGURATION).text("product_family_code"),
                    false);
            if (!new Registrations(tx).add(registration)) {
                return new Result.Refused("This platform has registered us before, under the same name.");
            }
            if (!deployment.isEmpty()) {
                new Registrations(tx).deploy(registration.id(), deployment);
            }
            tx.audit("lti", "registration asked for", "", registration.id(), registration.issuer());
            return new Result.Waiting(registration);
        });
    }

    private static boolean isSame(URI one, URI other) {
        return one.getHost().equalsIgnoreCase(other.getHost()) && one.getPort() == other.getPort();
    }

    /** What we tell a platform about ourselves; Canvas's developer keys take the same. */
    Map<String, Object> ourselves() {
        String launch = tool.resolve("/lti/launch").toString();
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("domain", tool.getAuthority());
        configuration.put("target_link_uri", launch);
        configuration.put("description", "Grades neural-network kernels.");
        configuration.put("claims", CLAIMS);
        configuration.put(
                "messages",
                List.of(
                        Map.of("type", Lti.RESOURCE_LINK, "target_link_uri", launch),
                        Map.of("type", Lti.DEEP_LINK, "target_link_uri", launch, "label", "Assay")));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("application_type", "web");
        body.put("response_types", List.of("id_token"));
        body.put("grant_types", List.of("implicit", "client_credentials"));
        body.put("initiate_login_uri", tool.resolve("/lti/login").toString());
        body.put("redirect_uris", List.of(launch));
        body.put("client_name", "Assay");
        body.put("jwks_uri", tool.resolve("/lti/keys").toString());
        body.put("token_endpoint_auth_method", "private_key_jwt");
        body.put("scope", SCOPES);
        body.put(Lti.TOOL_CONFIGURATION, configuration);
        return body;
    }
}
