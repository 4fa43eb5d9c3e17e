package assay.sandbox.selfcheck;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/** A public case that can be run. */
public final class CheckedCase {
    private final String id;
    private final Supplier<Finding> check;

    CheckedCase(String id, Supplier<Finding> check) {
        this.id = requireNonNull(id, "id is null");
        this.check = requireNonNull(check, "check is null");
    }

    /** As in the statement, e.g. {@code seed-shape}. */
    public String id() {
        return id;
    }

    /** Runs your code on this case, the first time that it is asked to. */
    public Finding check() {
        return check.get();
    }
}
