package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does again what failed through a fault of ours, before the fault becomes an IE.
 *
 * @param retried hears why something is tried again
 * @param most how often it is tried
 */
record Tries(Consumer<String> retried, int most) {
    private static final int MOST = 3;

    Tries {
        requireNonNull(retried, "retried is null");
    }

    Tries(Consumer<String> retried) {
        this(retried, MOST);
    }

    <T> T of(Supplier<T> attempt) {
        return of(attempt, () -> {});
    }

    /** @param cleanUp is done after each failure, the last one included */
    <T> T of(Supplier<T> attempt, Runnable cleanUp) {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.get();
            } catch (GraderFault fault) {
                cleanUp.run();
                if (tries >= most) {
                    throw fault;
                }
                retried.accept(fault.explanation());
            }
        }
    }
}
