package assay.server.page;

import static java.util.Objects.requireNonNull;

/** What surrounds every page. */
public record Frame(String title, String person, boolean admin) {
    public Frame {
        requireNonNull(title, "title is null");
        requireNonNull(person, "person is null");
    }
}
