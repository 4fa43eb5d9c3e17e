package assay.server.page;

import static java.util.Objects.requireNonNull;

/**
 * A column that can be sorted by.
 *
 * @param sort none, ascending or descending
 * @param tone a class of the style sheet; may be empty
 */
public record Column(Link link, String sort, String tone) {
    public Column {
        requireNonNull(link, "link is null");
        requireNonNull(sort, "sort is null");
        requireNonNull(tone, "tone is null");
    }
}
