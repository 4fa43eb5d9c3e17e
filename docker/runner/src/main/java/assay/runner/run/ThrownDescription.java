package assay.runner.run;

import assay.runner.frame.Failure;
import assay.runner.frame.FrameLimits;
import assay.runner.frame.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts into words what a student's code threw. It asks the throwable, whose class may be the student's: to be used on
 * the student's thread, within the student's time.
 */
final class ThrownDescription {
    private static final int MAX_FRAMES = 10_000;

    /** What tells of an exit, and what calls that. */
    private static final String EXIT = "java.lang.Shutdown";

    private static final Set<String> EXITS = Set.of(EXIT, "java.lang.Runtime", "java.lang.System");

    private final StudentLoader loader;

    ThrownDescription(StudentLoader loader) {
        this.loader = loader;
    }

    Outcome.Failed of(Throwable thrown) {
        String type = thrown.getClass().getName();
        try {
            return new Outcome.Failed(
                    failure(thrown),
                    type,
                    message(thrown),
                    stack(initialiserCause(thrown).orElse(thrown)));
        } catch (Throwable broken) {
            return new Outcome.Failed(
                    failure(broken instanceof OutOfMemoryError ? broken : thrown), type, "", List.of());
        }
    }

    /** @param here made on the thread that exits, while it does */
    Outcome.Failed ofExit(Throwable here) {
        return new Outcome.Failed(Failure.EXITED, "", "", stack(here));
    }

    /**
     * Whether the student's code exits without the JDK between its own frames, which could hold a lock of all. Asked from
     * within the exit: whoever calls a logger without one, or so deep that not all frames are told, gets a no.
     */
    boolean isOwnCodeAlone(Throwable here) {
        StackTraceElement[] stack = here.getStackTrace();
        int exit = 0;
        while (exit < stack.length && !EXIT.equals(stack[exit].getClassName())) {
            exit++; // ours, and the JDK's way to a logger
        }
        int frame = exit;
        while (frame < stack.length && EXITS.contains(stack[frame].getClassName())) {
            frame++;
        }
        while (frame < stack.length && loader.owns(stack[frame].getClassName())) {
            frame++;
        }
        boolean whole = stack[stack.length - 1].getClassName().equals(CallerThread.class.getName());
        return whole
                && frame > exit
                && Stream.concat(Arrays.stream(stack, 0, exit), Arrays.stream(stack, frame, stack.length))
                        .noneMatch(other -> loader.owns(other.getClassName()));
    }

    private Failure failure(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return Failure.STACK_OVERFLOW;
        }
        if (thrown instanceof OutOfMemoryError) {
            return Failure.OUT_OF_MEMORY;
        }
        return isLeftAsItWas(thrown) ? Failure.NOT_IMPLEMENTED : Failure.EXCEPTION;
    }

    /** As the starter throws it: not one from within the JDK, by an unmodifiable list for instance. */
    private boolean isLeftAsItWas(Throwable thrown) {
        if (thrown.getClass() != UnsupportedOperationException.class) {
            return false;
        }
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length > 0 && loader.owns(stack[0].getClassName());
    }

    private static String message(Throwable thrown) {
        return initialiserCause(thrown)
                .map(cause -> "in a static initialiser: " + cause.getClass().getName() + ": " + ownMessage(cause))
                .orElseGet(() -> ownMessage(thrown));
    }

    private static String ownMessage(Throwable thrown) {
        return Text.capped(textOf(thrown.getMessage()), FrameLimits.MESSAGE_BYTES);
    }

    /** What went wrong in a static initialiser says more than that one went wrong. */
    private static Optional<Throwable> initialiserCause(Throwable thrown) {
        boolean wrapped = thrown.getClass() == ExceptionInInitializerError.class;
        return wrapped ? Optional.ofNullable(thrown.getCause()) : Optional.empty();
    }

    /** The student's own frames, innermost first. */
    private List<String> stack(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(MAX_FRAMES)
                .filter(frame -> loader.owns(frame.getClassName()))
                .limit(FrameLimits.STACK_LINES)
                .map(ThrownDescription::line)
                .toList();
    }

    private static String line(StackTraceElement frame) {
        String file = textOf(frame.getFileName());
        String place = frame.getLineNumber() > 0 ? file + ":" + frame.getLineNumber() : file;
        String line = frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
        return Text.capped(line, FrameLimits.STACK_LINE_BYTES);
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }
}
