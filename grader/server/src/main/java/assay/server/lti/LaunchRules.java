package assay.server.lti;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Judges the claims of a token whose signature is right: OpenID Connect Core 3.1.3.7, 1EdTech's security framework and LTI
 * 1.3 core. Pure.
 */
final class LaunchRules {
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** Canvas's are good for an hour; nobody needs one for longer. */
    private static final Duration OLDEST = Duration.ofHours(1).plus(SKEW);

    private final Registration registration;
    private final List<String> deployments;
    private final String nonce;
    private final URI tool;
    private final Instant now;

    /**
     * @param deployments that are known of this registration
     * @param nonce that was given to this login
     * @param tool our own address
     */
    LaunchRules(Registration registration, List<String> deployments, String nonce, URI tool, Instant now) {
        this.registration = requireNonNull(registration, "registration is null");
        this.deployments = List.copyOf(deployments);
        this.nonce = requireNonNull(nonce, "nonce is null");
        this.tool = requireNonNull(tool, "tool is null");
        this.now = requireNonNull(now, "now is null");
    }

    Launch judge(String json) {
        Optional<Claims> parsed = Claims.parse(json);
        if (parsed.isEmpty()) {
            return new Launch.Refused("its claims are no JSON object");
        }
        Claims claims = parsed.get();
        Optional<String> wrong = identity(claims).or(() -> times(claims)).or(() -> lti(claims));
        return wrong.<Launch>map(Launch.Refused::new).orElseGet(() -> read(claims));
    }

    private Optional<String> identity(Claims claims) {
        if (!registration.active()) {
            return Optional.of("the registration waits for the administrator");
        }
        if (!claims.text("iss").equals(registration.issuer())) {
            return Optional.of("it is of another issuer");
        }
        List<String> audience = claims.texts("aud");
        if (!audience.contains(registration.clientId())) {
            return Optional.of("it is for another tool");
        }
        boolean authorized = claims.text("azp").equals(registration.clientId());
        if ((audience.size() > 1 || claims.has("azp")) && !authorized) {
            return Optional.of("another party is authorized (azp)");
        }
        return claims.text("nonce").equals(nonce) ? Optional.empty() : Optional.of("its nonce is not this login's");
    }

    private Optional<String> times(Claims claims) {
        Optional<Instant> expires = claims.seconds("exp").map(Instant::ofEpochSecond);
        Optional<Instant> issued = claims.seconds("iat").map(Instant::ofEpochSecond);
        if (expires.isEmpty() || issued.isEmpty()) {
            return Optional.of("it does not say from when to when it is good");
        }
        if (!now.isBefore(expires.get().plus(SKEW)) || issued.get().isBefore(now.minus(OLDEST))) {
            return Optional.of("it has expired");
        }
        return issued.get().isAfter(now.plus(SKEW)) ? Optional.of("it comes from the future") : Optional.empty();
    }

    private Optional<String> lti(Claims claims) {
        if (!claims.text(Lti.CLAIM + "version").equals("1.3.0")) {
            return Optional.of("it is not LTI 1.3");
        }
        String deployment = claims.id(Lti.CLAIM + "deployment_id");
        if (deployment.isEmpty() || !deployments.contains(deployment)) {
            return Optional.of("its deployment is not known");
        }
        if (claims.id("sub").isEmpty()) {
            return Optional.of("it does not say who it is; anonymous launches are not taken");
        }
        if (!claims.isArray(Lti.CLAIM + "roles")) {
            return Optional.of("it does not say in which roles");
        }
        if (PlatformRole.isTestUser(claims.texts(Lti.CLAIM + "roles"))) {
            return Optional.of("the platform's test student cannot be graded; please open it as somebody real");
        }
        return Optional.empty();
    }

    private Launch read(Claims claims) {
        String target = claims.text(Lti.CLAIM + "target_link_uri");
        boolean ours = Claims.address(target)
                .filter(uri -> uri.getScheme().equalsIgnoreCase(tool.getScheme())
                        && uri.getHost().equalsIgnoreCase(tool.getHost())
                        && uri.getPort() == tool.getPort())
                .isPresent();
        return switch (claims.text(Lti.CLAIM + "message_type")) {
            case Lti.RESOURCE_LINK -> {
                String link = claims.in(Lti.CLAIM + "resource_link").id("id");
                if (link.isEmpty()) {
                    yield new Launch.Refused("it does not say which link was opened");
                }
                yield ours ? new Launch.Opened(person(claims), link) : new Launch.Refused("it leads to another host");
            }
            case Lti.DEEP_LINK -> choosing(claims);
            default -> new Launch.Refused("it is a message of another kind");
        };
    }

    private Launch choosing(Claims claims) {
        Claims settings = claims.in(Lti.DEEP_LINKING + "deep_linking_settings");
        Optional<URI> returnTo =
                Claims.address(settings.text("deep_link_return_url")).filter(this::isPlatforms);
        if (returnTo.isEmpty()) {
            return new Launch.Refused("the choice would go back to a host that is not the platform's");
        }
        if (!settings.texts("accept_types").contains("ltiResourceLink")) {
            return new Launch.Refused("it does not take links");
        }
        return new Launch.Choosing(
                person(claims),
                returnTo.get(),
                settings.has("data") ? Optional.of(settings.text("data")) : Optional.empty(),
                settings.flag("accept_multiple"),
                !settings.has("accept_lineitem") || settings.flag("accept_lineitem"));
    }

    /** On one of the registration's own hosts, or below Canvas's, whose schools have hosts of their own. */
    private boolean isPlatforms(URI uri) {
        boolean secure = uri.getScheme().equalsIgnoreCase(registration.login().getScheme())
                || uri.getScheme().equalsIgnoreCase("https");
        boolean same = List.of(registration.login(), registration.token(), registration.keys()).stream()
                .anyMatch(own -> uri.getHost().equalsIgnoreCase(own.getHost()) && uri.getPort() == own.getPort());
        boolean school = registration.issuer().equals("https://canvas.instructure.com")
                && uri.getPort() < 0
                && uri.getHost().endsWith(".instructure.com");
        return secure && (same || school);
    }

    private static Launch.Person person(Claims claims) {
        Claims context = claims.in(Lti.CLAIM + "context");
        String contextId = context.id("id");
        String title = context.text("title").isEmpty() ? context.text("label") : context.text("title");
        Claims grades = claims.in(Lti.GRADES);
        return new Launch.Person(
                claims.id(Lti.CLAIM + "deployment_id"),
                claims.id("sub"),
                name(claims),
                claims.text("email"),
                claims.texts(Lti.CLAIM + "roles"),
                contextId.isEmpty() ? Optional.empty() : Optional.of(new Launch.Context(contextId, title)),
                claims.strings(Lti.CLAIM + "custom"),
                new Launch.Services(
                        grades.text("lineitem"),
                        grades.text("lineitems"),
                        grades.texts("scope"),
                        claims.in(Lti.NAMES).text("context_memberships_url")));
    }

    /** Any part may be missing: platforms decide what they tell. */
    private static String name(Claims claims) {
        String whole = claims.text("name");
        return whole.isEmpty() ? (claims.text("given_name") + " " + claims.text("family_name")).strip() : whole;
    }
}
