package assay.server.page;

import static java.util.Objects.requireNonNull;

/** A column that can be sorted by; {@code sort} is none, ascending or descending. */
public record Column(Link link, String sort, boolean number) {
    public Column {
        requireNonNull(link, "link is null");
        requireNonNull(sort, "sort is null");
    }
}
