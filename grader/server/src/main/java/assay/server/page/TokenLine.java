package assay.server.page;

import static java.util.Objects.requireNonNull;

/** A token. */
public record TokenLine(String id, String name, String scope, String expires, boolean usable) {
    public TokenLine {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(expires, "expires is null");
    }
}
