package assay.runner.run;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.runner.frame.Failure;
import assay.runner.frame.FrameLimits;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One entry into a student's code, on a {@link CallerThread}: class initialisation, constructor, method, and what their
 * exceptions say of themselves, since {@code getMessage} may be theirs as well.
 */
final class Invocation implements Runnable {
    private final Constructor<?> constructor;
    private final StudentLoader loader;
    private final Kernel kernel;
    private final Object[] arguments;
    private final Reserve reserve;
    private final boolean outlivesExit;
    private final CountDownLatch done = new CountDownLatch(1);
    /** What it stays if there is not even the memory to say what was thrown. */
    private volatile Ending ending = new Ending.Threw(new Outcome.Failed(Failure.OUT_OF_MEMORY, "", "", List.of()));

    /** @param outlivesExit whether {@code System.exit} ends the call alone */
    Invocation(
            Found.Implementation implementation,
            Kernel kernel,
            List<Argument> arguments,
            Reserve reserve,
            boolean outlivesExit) {
        this.constructor = implementation.constructor();
        this.loader = implementation.loader();
        this.kernel = kernel;
        this.arguments = new Object[arguments.size()];
        for (int i = 0; i < arguments.size(); i++) {
            this.arguments[i] = arguments.get(i).value();
        }
        this.reserve = reserve;
        this.outlivesExit = outlivesExit;
    }

    @Override
    public void run() {
        try {
            constructor.setAccessible(true);
            ending = new Ending.Came(kernel.method().invoke(constructor.newInstance(), arguments));
        } catch (InvocationTargetException e) {
            ending = threw(e.getCause() == null ? e : e.getCause());
        } catch (Throwable e) {
            ending = threw(e);
        } finally {
            done.countDown();
        }
    }

    /**
     * The code wants to end the JVM.
     *
     * @param here made on its thread, within the exit
     * @return whether the call is over instead
     */
    boolean exited(Throwable here) {
        ThrownDescription description = new ThrownDescription(loader);
        if (!outlivesExit || !description.isOwnCodeAlone(here)) {
            return false;
        }
        ending = new Ending.Threw(description.ofExit(here));
        done.countDown();
        return true;
    }

    /** Waits until the code is through, for ever if need be: the host keeps the time. */
    Invocation await() {
        while (true) {
            try {
                done.await();
                return this;
            } catch (InterruptedException e) {
                // A student's code may interrupt any thread; it is no reason to stop waiting.
            }
        }
    }

    /** What came back, copied at once, since the code may go on writing to it. */
    Outcome output(CallArguments used) {
        Ending last = ending; // a late exit may still make it another
        if (last instanceof Ending.Threw threw) {
            return threw.failed();
        }
        Object value = ((Ending.Came) last).value();
        if (value instanceof Float number) {
            return new Outcome.Output(Tensor.scalar(number), used.changed());
        }
        return value instanceof Tensor tensor
                ? copied(tensor, used)
                : new Outcome.Failed(Failure.RETURNED_NULL, "", "null was returned", List.of());
    }

    private static Outcome copied(Tensor tensor, CallArguments used) {
        if (tensor.rank() > FrameLimits.RANK || tensor.size() > FrameLimits.NUMBER_BYTES / Float.BYTES) {
            return new Outcome.Failed(
                    Failure.EXCEPTION,
                    "",
                    "the tensor has " + tensor.rank() + " dimensions and " + tensor.size()
                            + " numbers, which is too many",
                    List.of());
        }
        // Not Tensor.copy: reflection can make shape and numbers disagree, and this checks them.
        return new Outcome.Output(Tensor.of(tensor.data(), tensor.shape()), used.changed());
    }

    private Ending threw(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            reserve.release();
        }
        return new Ending.Threw(new ThrownDescription(loader).of(thrown));
    }

    /** How the student's code ended. */
    private sealed interface Ending {
        record Came(@Nullable Object value) implements Ending {}

        record Threw(Outcome.Failed failed) implements Ending {}
    }
}
