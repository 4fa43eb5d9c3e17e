package assay.runner.run;

import assay.runner.frame.Failure;
import java.lang.reflect.Constructor;

/** Whether there is something to call. */
sealed interface Found {
    /** One class; nothing of it has been initialised. */
    record Implementation(Constructor<?> constructor, StudentLoader loader) implements Found {}

    /** No class, several, or one that cannot be made. */
    record Nothing(Failure failure, String message) implements Found {}
}
