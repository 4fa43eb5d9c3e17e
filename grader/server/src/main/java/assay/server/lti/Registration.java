package assay.server.lti;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * A platform that knows us, under one name it has for us.
 *
 * @param issuer what it calls itself; all of Canvas's cloud shares one
 * @param login where browsers are sent to say who they are
 * @param token where we get leave to use its services
 * @param keys where its public keys are
 * @param audience what its tokens for services want to be addressed to; usually {@code token}
 * @param product such as {@code moodle} or {@code canvas}; empty if it does not say
 * @param active whether an administrator has agreed to it
 */
public record Registration(
        String id,
        String issuer,
        String clientId,
        URI login,
        URI token,
        URI keys,
        String audience,
        String product,
        boolean active) {
    public Registration {
        requireNonNull(id, "id is null");
        requireNonNull(issuer, "issuer is null");
        requireNonNull(clientId, "clientId is null");
        requireNonNull(login, "login is null");
        requireNonNull(token, "token is null");
        requireNonNull(keys, "keys is null");
        requireNonNull(audience, "audience is null");
        requireNonNull(product, "product is null");
    }

    boolean isCanvas() {
        return product.equals("canvas");
    }

    boolean isMoodle() {
        return product.equals("moodle");
    }
}
