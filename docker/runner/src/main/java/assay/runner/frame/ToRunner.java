package assay.runner.frame;

import static java.util.Objects.requireNonNull;

import assay.kernels.Form;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.List;
import java.util.Optional;

/** What the host says to a runner. */
public sealed interface ToRunner extends Frame permits Hello, ToRunner.Load, ToRunner.Call {
    /** The submission's classes, once; answered by {@link FromRunner.Loaded}. */
    record Load(List<ClassFile> classes) implements ToRunner {
        public Load {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Call a kernel; answered by {@link FromRunner.Started} if there is something to call, and then by
     * {@link FromRunner.Returned} or {@link FromRunner.Threw}.
     *
     * @param id the host's number for this call
     * @param part a number that changes where the part changes; a part begins without what the code kept in another
     * @param arguments one a parameter of the kernel, of its type
     */
    record Call(int id, int part, Kernel kernel, Optional<Form.Kind> form, List<Argument> arguments)
            implements ToRunner {
        public Call {
            requireNonNull(kernel, "kernel is null");
            requireNonNull(form, "form is null");
            arguments = List.copyOf(arguments);
            if (!fits(kernel.method().getParameterTypes(), arguments)) {
                throw new IllegalArgumentException("the arguments are not those of " + kernel.torchName());
            }
        }

        private static boolean fits(Class<?>[] types, List<Argument> arguments) {
            if (types.length != arguments.size()) {
                return false;
            }
            for (int i = 0; i < types.length; i++) {
                if (types[i] != arguments.get(i).type()) {
                    return false;
                }
            }
            return true;
        }
    }
}
