package assay.core.port;

import static java.util.Objects.requireNonNull;

import assay.core.domain.RunUsage;
import assay.kernels.Tensor;
import java.util.List;

/** What came of one call. Every text is a stranger's: capped, and to be escaped where it is shown. */
public sealed interface CallOutcome {
    RunUsage usage();

    /** What the code printed, capped. */
    String printed();

    /**
     * A tensor came out.
     *
     * @param inputsChanged whether the code wrote to its inputs
     */
    record Returned(Tensor output, boolean inputsChanged, RunUsage usage, String printed) implements CallOutcome {
        public Returned {
            requireNonNull(output, "output is null");
            requireNonNull(usage, "usage is null");
            requireNonNull(printed, "printed is null");
        }
    }

    /**
     * The code threw, or there was nothing to call; the session can still be used unless it says otherwise.
     *
     * @param type of the exception, e.g. {@code java.lang.ArrayIndexOutOfBoundsException}
     * @param stack the student's own frames, innermost first, e.g. {@code student.Conv.conv2d(Conv.java:31)}
     */
    record Threw(Kind kind, String type, String message, List<String> stack, RunUsage usage, String printed)
            implements CallOutcome {
        public Threw {
            requireNonNull(kind, "kind is null");
            requireNonNull(type, "type is null");
            requireNonNull(message, "message is null");
            requireNonNull(usage, "usage is null");
            requireNonNull(printed, "printed is null");
            stack = List.copyOf(stack);
        }
    }

    /** The sandbox was ended, or ended by itself; the session is over. */
    record Killed(Cause cause, String detail, RunUsage usage, String printed) implements CallOutcome {
        public Killed {
            requireNonNull(cause, "cause is null");
            requireNonNull(detail, "detail is null");
            requireNonNull(usage, "usage is null");
            requireNonNull(printed, "printed is null");
        }
    }

    /** Why nothing was returned. */
    enum Kind {
        /** No class implements the kernel in that form. */
        MISSING,
        /** Several classes implement the kernel in that form. */
        AMBIGUOUS,
        /** The class cannot be made: no accessible constructor without parameters, or abstract. */
        NOT_INSTANTIABLE,
        /** Null was returned. */
        RETURNED_NULL,
        /** The student's starter was left as it is: {@code UnsupportedOperationException}. */
        NOT_IMPLEMENTED,
        EXCEPTION,
        STACK_OVERFLOW,
        OUT_OF_MEMORY,
        /** {@code System.exit} was called, and ended nothing but the call. */
        EXITED
    }

    /** Why a sandbox ended. */
    enum Cause {
        CPU_TIME,
        WALL_TIME,
        MEMORY,
        OUTPUT,
        /** The process ended in the middle: exit, halt or crash. */
        EXITED,
        /** What came out was not a well-formed frame. */
        PROTOCOL
    }
}
