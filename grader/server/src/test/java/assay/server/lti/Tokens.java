package assay.server.lti;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims of launches, as platforms make them, for tests. */
final class Tokens {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final URI TOOL = URI.create("https://assay.example");
    static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    static final String INSTRUCTOR = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    static final String ASSISTANT = "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant";

    private Tokens() {}

    static Map<String, Object> launch(String issuer, String client, String deployment, String nonce, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", client);
        claims.put("sub", "user-1");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 3600);
        claims.put("nonce", nonce);
        claims.put("name", "Ada Byron");
        claims.put("email", "ada@x.edu");
        claims.put(Lti.CLAIM + "message_type", Lti.RESOURCE_LINK);
        claims.put(Lti.CLAIM + "version", "1.3.0");
        claims.put(Lti.CLAIM + "deployment_id", deployment);
        claims.put(Lti.CLAIM + "target_link_uri", TOOL + "/lti/launch");
        claims.put(Lti.CLAIM + "resource_link", Map.of("id", "link-1"));
        claims.put(Lti.CLAIM + "roles", List.of(LEARNER));
        claims.put(Lti.CLAIM + "context", Map.of("id", "context-1", "title", "Kernels"));
        return claims;
    }

    static Map<String, Object> deepLink(
            String issuer, String client, String deployment, String nonce, Instant now, String returnTo) {
        Map<String, Object> claims = launch(issuer, client, deployment, nonce, now);
        claims.put(Lti.CLAIM + "message_type", Lti.DEEP_LINK);
        claims.put(Lti.CLAIM + "roles", List.of(INSTRUCTOR));
        claims.remove(Lti.CLAIM + "resource_link");
        claims.put(
                Lti.DEEP_LINKING + "deep_linking_settings",
                Map.of(
                        "deep_link_return_url",
                        returnTo,
                        "accept_types",
                        List.of("ltiResourceLink"),
                        "accept_multiple",
                        false,
                        "data",
                        "opaque"));
        return claims;
    }
}
