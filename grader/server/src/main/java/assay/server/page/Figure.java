package assay.server.page;

import static java.util.Objects.requireNonNull;

/** A number and what it counts. */
public record Figure(String name, String value) {
    public Figure {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
    }
}
