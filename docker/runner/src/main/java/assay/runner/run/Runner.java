package assay.runner.run;

import assay.runner.frame.Failure;
import assay.runner.frame.FrameLimits;
import assay.runner.frame.FromRunner;
import assay.runner.frame.Text;
import assay.runner.frame.ToRunner;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Serves the host's frames on one thread; a student's code runs on others. The host may also be a student's own self-check
 * in the same JVM: then the thread that makes the runner serves the frames, and is given up with it where a call hangs.
 */
public final class Runner implements AutoCloseable {
    /** What has exited keeps its thread, and what that refers to; after so many the JVM ends with the next. */
    private static final int MOST_EXITS = 16;

    private final Runnable beforeEachCall;
    private final Answers answers;
    private final StudentThreads threads = StudentThreads.noneYet();
    private final Reserve reserve = new Reserve();
    private StudentCode code = StudentCode.of(List.of());
    private @Nullable CallerThread caller;
    private int callersPart;
    private int exits;

    /**
     * To be made before any of the student's code runs.
     *
     * @param beforeEachCall puts back what a student's code may have changed of its surroundings
     */
    public Runner(Runnable beforeEachCall, Answers answers) {
        this.beforeEachCall = beforeEachCall;
        this.answers = answers;
    }

    /** Answers one frame; returns when the student's code does, if ever. */
    public void serve(ToRunner frame) throws IOException {
        if (frame instanceof ToRunner.Call call) {
            answers.answer(answer(call));
        } else if (frame instanceof ToRunner.Load load) {
            code = StudentCode.of(load.classes());
            answers.answer(new FromRunner.Loaded(code.implementations()));
        } else {
            throw new IllegalStateException("the reader lets one greeting through");
        }
    }

    /** Lets the thread of its calls end, once its call has. */
    @Override
    public void close() {
        if (caller != null) {
            caller.end();
            caller = null;
        }
    }

    /** Whatever a student's code has done to this JVM, it becomes an answer about that code. */
    private FromRunner answer(ToRunner.Call call) throws IOException {
        try {
            reserve.renew();
            beforeEachCall.run();
            return answer(call, outcome(call));
        } catch (OutOfMemoryError e) {
            reserve.release();
            return answer(call, broken(Failure.OUT_OF_MEMORY, e));
        } catch (RuntimeException | Error e) {
            return answer(call, broken(Failure.EXCEPTION, e));
        }
    }

    private static Outcome broken(Failure failure, Throwable thrown) {
        String message = Objects.requireNonNullElse(thrown.getMessage(), "");
        return new Outcome.Failed(failure, thrown.getClass().getName(), message, List.of());
    }

    private Outcome outcome(ToRunner.Call call) throws IOException {
        Found found = code.find(call.part(), call.kernel(), call.form());
        if (found instanceof Found.Implementation implementation) {
            CallArguments arguments = CallArguments.copiesOf(call.arguments());
            Invocation invocation =
                    new Invocation(implementation, call.kernel(), arguments.copies(), reserve, exits < MOST_EXITS);
            CallerThread thread = caller(call.part(), implementation.loader());
            answers.answer(new FromRunner.Started(call.id()));
            thread.make(invocation);
            return invocation.await().output(arguments);
        }
        Found.Nothing nothing = (Found.Nothing) found;
        return new Outcome.Failed(nothing.failure(), "", nothing.message(), List.of());
    }

    /** One for a part, as long as its calls leave nothing that could still reach for it. */
    private CallerThread caller(int part, StudentLoader loader) {
        CallerThread known = caller;
        if (known != null && callersPart == part && known.isOf(loader) && !code.hasThreadLocals()) {
            return known;
        }
        close();
        CallerThread fresh = CallerThread.of(loader);
        caller = fresh;
        callersPart = part;
        return fresh;
    }

    private FromRunner answer(ToRunner.Call call, Outcome outcome) {
        boolean lingering = threads.lingering();
        if (lingering) {
            close(); // what goes on may interrupt the thread that started it
        }
        if (outcome instanceof Outcome.Output output) {
            return new FromRunner.Returned(call.id(), output.tensor(), output.inputsChanged(), lingering);
        }
        Outcome.Failed failed = (Outcome.Failed) outcome;
        if (failed.failure() == Failure.OUT_OF_MEMORY || failed.failure() == Failure.EXITED) {
            code.forgetLoaded(); // and with the classes what their static fields hold, and their locks
        }
        if (failed.failure() == Failure.EXITED) {
            exits++;
        }
        return new FromRunner.Threw(
                call.id(),
                failed.failure(),
                Text.capped(failed.type(), FrameLimits.NAME_BYTES),
                Text.capped(failed.message(), FrameLimits.MESSAGE_BYTES),
                failed.stack(),
                lingering);
    }

    /** Where answers go. */
    public interface Answers {
        /** Takes one answer, on the runner's thread. */
        void answer(FromRunner frame) throws IOException;
    }
}
