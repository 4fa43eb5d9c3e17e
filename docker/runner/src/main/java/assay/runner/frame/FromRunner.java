package assay.runner.frame;

import static java.util.Objects.requireNonNull;

import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Kernel;
import java.util.List;
import java.util.Optional;

/** What a runner answers. Every text is a stranger's. */
public sealed interface FromRunner extends Frame
        permits Ready, Exhausted, FromRunner.Loaded, FromRunner.Started, FromRunner.Returned, FromRunner.Threw {

    /** The classes are in, and none of them has been initialised. */
    record Loaded(List<Implementation> implementations) implements FromRunner {
        public Loaded {
            implementations = List.copyOf(implementations);
        }
    }

    /**
     * A class of the student's that implements a kernel.
     *
     * @param className binary name
     */
    record Implementation(Kernel kernel, Optional<Form.Kind> form, String className) {
        public Implementation {
            requireNonNull(kernel, "kernel is null");
            requireNonNull(form, "form is null");
            requireNonNull(className, "className is null");
        }
    }

    /** The student's code is entered now: what it costs counts from here. */
    record Started(int id) implements FromRunner {}

    /**
     * A tensor came out; a kernel that gives a number gives a tensor of shape {@code []}.
     *
     * @param inputsChanged whether the code wrote to its inputs
     * @param lingering whether threads that the code started are still alive
     */
    record Returned(int id, Tensor output, boolean inputsChanged, boolean lingering) implements FromRunner {
        public Returned {
            requireNonNull(output, "output is null");
        }
    }

    /**
     * The code threw, or there was nothing to call.
     *
     * @param type of the exception, e.g. {@code java.lang.ArrayIndexOutOfBoundsException}; empty where there is none
     * @param stack the student's own frames, innermost first, e.g. {@code student.Conv.conv2d(Conv.java:31)}
     * @param lingering whether threads that the code started are still alive
     */
    record Threw(int id, Failure failure, String type, String message, List<String> stack, boolean lingering)
            implements FromRunner {
        public Threw {
            requireNonNull(failure, "failure is null");
            requireNonNull(type, "type is null");
            requireNonNull(message, "message is null");
            stack = List.copyOf(stack);
        }
    }
}
