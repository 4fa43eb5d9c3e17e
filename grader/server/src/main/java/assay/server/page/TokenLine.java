package assay.server.page;

import static java.util.Objects.requireNonNull;

/**
 * A token.
 *
 * @param ended how it ended; empty while it can be used
 */
public record TokenLine(String id, String name, String scope, String expires, String ended) {
    public TokenLine {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(expires, "expires is null");
        requireNonNull(ended, "ended is null");
    }
}
