package assay.core.report.page;

import static java.util.Objects.requireNonNull;

/** So many of so many, drawn as a bar. */
public record Rate(String label, int passed, int of) {
    public Rate {
        requireNonNull(label, "label is null");
    }

    /** Whole, and only 100 where it is all. */
    public int percent() {
        return of == 0 ? 0 : (int) Math.floor(100.0 * passed / of);
    }
}
