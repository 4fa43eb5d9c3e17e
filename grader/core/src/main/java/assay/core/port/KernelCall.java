package assay.core.port;

import static java.util.Objects.requireNonNull;

import assay.kernels.Form;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.List;
import java.util.Optional;

/**
 * What goes into the sandbox: inputs, never a golden, a tolerance or a case's name.
 *
 * @param part a number that changes where the part changes; a part begins without what the code kept in another
 * @param answerBytes what a right answer takes, which stays outside: by it, room is made for whatever comes
 */
public record KernelCall(
        int part, Kernel kernel, Optional<Form.Kind> form, List<Argument> arguments, long answerBytes) {
    public KernelCall {
        requireNonNull(kernel, "kernel is null");
        requireNonNull(form, "form is null");
        arguments = List.copyOf(arguments);
    }

    /** Where nobody knows how large the answer is. */
    public KernelCall(int part, Kernel kernel, Optional<Form.Kind> form, List<Argument> arguments) {
        this(part, kernel, form, arguments, Integer.MAX_VALUE);
    }
}
