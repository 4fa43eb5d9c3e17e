package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Badge;

/** A public case, while the hidden ones are kept back. */
public record CaseLine(String part, String name, Badge badge, String message) {
    public CaseLine {
        requireNonNull(part, "part is null");
        requireNonNull(name, "name is null");
        requireNonNull(badge, "badge is null");
        requireNonNull(message, "message is null");
    }
}
