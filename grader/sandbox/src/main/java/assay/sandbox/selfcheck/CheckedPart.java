package assay.sandbox.selfcheck;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A part of the assignment with its public cases.
 *
 * @param title for a person, e.g. {@code Max pooling (max_pool2d, 0.5 points)}
 */
public record CheckedPart(String title, List<CheckedCase> cases) {
    public CheckedPart {
        requireNonNull(title, "title is null");
        cases = List.copyOf(cases);
    }
}
