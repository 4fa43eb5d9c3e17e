package assay.core.alike;

import static java.util.Objects.requireNonNull;

/**
 * A submission that was not compared.
 *
 * @param why a sentence
 */
public record LeftOut(String id, String why) {
    public LeftOut {
        requireNonNull(id, "id is null");
        requireNonNull(why, "why is null");
    }
}
