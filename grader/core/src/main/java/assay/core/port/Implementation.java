package assay.core.port;

import static java.util.Objects.requireNonNull;

import assay.kernels.Form;
import assay.kernels.call.Kernel;
import java.util.Optional;

/**
 * A class of the student's that implements a kernel.
 *
 * @param className fully qualified; a stranger's text
 */
public record Implementation(Kernel kernel, Optional<Form.Kind> form, String className) {
    public Implementation {
        requireNonNull(kernel, "kernel is null");
        requireNonNull(form, "form is null");
        requireNonNull(className, "className is null");
    }
}
