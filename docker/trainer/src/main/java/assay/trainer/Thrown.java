package assay.trainer;

import assay.runner.frame.Failure;
import assay.runner.frame.FrameLimits;
import assay.runner.frame.FromTrainer;
import assay.runner.frame.Text;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts into words what a student's code threw. */
final class Thrown {
    private Thrown() {}

    static FromTrainer.Failed described(Throwable thrown, TaskLoader loader) {
        Throwable own = unwrapped(thrown);
        String type = Text.capped(own.getClass().getName(), FrameLimits.NAME_BYTES);
        try {
            String message = Optional.ofNullable(own.getMessage()).orElse("");
            // PyTorch's messages go on with a stack trace of C++.
            String first = message.lines().findFirst().orElse("");
            List<String> stack = Arrays.stream(own.getStackTrace())
                    .filter(frame -> loader.owns(frame.getClassName()))
                    .limit(FrameLimits.STACK_LINES)
                    .map(frame -> Text.capped(frame.toString(), FrameLimits.STACK_LINE_BYTES))
                    .toList();
            return new FromTrainer.Failed(
                    failure(own, stack), type, Text.capped(first, FrameLimits.MESSAGE_BYTES), stack);
        } catch (Throwable broken) { // its methods may be the student's
            return new FromTrainer.Failed(Failure.EXCEPTION, type, "", List.of());
        }
    }

    /** What a constructor or an initialiser threw, rather than that it threw. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable inner = thrown;
        while ((inner instanceof InvocationTargetException || inner instanceof ExceptionInInitializerError)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static Failure failure(Throwable thrown, List<String> stack) {
        if (thrown instanceof OutOfMemoryError) {
            return Failure.OUT_OF_MEMORY;
        }
        if (thrown instanceof StackOverflowError) {
            return Failure.STACK_OVERFLOW;
        }
        StackTraceElement[] frames = thrown.getStackTrace();
        boolean own =
                frames.length > 0 && !stack.isEmpty() && frames[0].toString().equals(stack.getFirst());
        return thrown instanceof UnsupportedOperationException && own ? Failure.NOT_IMPLEMENTED : Failure.EXCEPTION;
    }
}
