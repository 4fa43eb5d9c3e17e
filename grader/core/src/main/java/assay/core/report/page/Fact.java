package assay.core.report.page;

import static java.util.Objects.requireNonNull;

/** A name and what it stands for, as a line of a description list. */
public record Fact(String name, String value) {
    public Fact {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
    }
}
