package assay.runner.run;

import assay.kernels.Tensor;
import assay.runner.frame.Failure;
import assay.runner.frame.FrameLimits;
import assay.runner.frame.FromRunner;
import assay.runner.frame.Hello;
import assay.runner.frame.Text;
import assay.runner.frame.ToRunner;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Serves the host's frames on one thread; a student's code runs on others. The host may also be a student's own self-check
 * in the same JVM: then the thread that makes the runner serves the frames, and is given up with it where a call hangs.
 */
public final class Runner {
    private final Runnable beforeEachCall;
    private final Answers answers;
    private final StudentThreads threads = StudentThreads.noneYet();
    private final Reserve reserve = new Reserve();
    private StudentCode code = StudentCode.of(List.of());

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
        switch (frame) {
            case Hello() -> throw new IllegalStateException("the reader lets one greeting through");
            case ToRunner.Load load -> {
                code = StudentCode.of(load.classes());
                answers.answer(new FromRunner.Loaded(code.implementations()));
            }
            case ToRunner.Call call -> answers.answer(answer(call));
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
        return switch (code.find(call.part(), call.kernel(), call.form())) {
            case Found.Nothing(Failure failure, String message) -> new Outcome.Failed(failure, "", message, List.of());
            case Found.Implementation implementation -> {
                CallArguments arguments = CallArguments.copiesOf(call.arguments());
                Invocation invocation = new Invocation(implementation, call.kernel(), arguments.copies(), reserve);
                Thread thread = threads.ours(invocation.thread());
                answers.answer(new FromRunner.Started(call.id()));
                thread.start();
                yield invocation.await().output(arguments);
            }
        };
    }

    private FromRunner answer(ToRunner.Call call, Outcome outcome) {
        boolean lingering = threads.lingering();
        return switch (outcome) {
            case Outcome.Output(Tensor tensor, boolean inputsChanged) ->
                new FromRunner.Returned(call.id(), tensor, inputsChanged, lingering);
            case Outcome.Failed failed -> {
                if (failed.failure() == Failure.OUT_OF_MEMORY) {
                    code.forgetLoaded(); // and with the classes what their static fields hold
                }
                yield new FromRunner.Threw(
                        call.id(),
                        failed.failure(),
                        Text.capped(failed.type(), FrameLimits.NAME_BYTES),
                        Text.capped(failed.message(), FrameLimits.MESSAGE_BYTES),
                        failed.stack(),
                        lingering);
            }
        };
    }

    /** Where answers go. */
    public interface Answers {
        /** Takes one answer, on the runner's thread. */
        void answer(FromRunner frame) throws IOException;
    }
}
