package assay.kernels.call;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Parameter;
import java.util.Locale;

/**
 * One parameter of a kernel.
 *
 * @param name its name as PyTorch writes it, e.g. {@code kernel_size}
 * @param type its Java type: Tensor, int[], int, float or boolean
 */
public record KernelParameter(String name, Class<?> type) {
    public KernelParameter {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }

    static KernelParameter of(Parameter parameter) {
        return new KernelParameter(snakeCase(parameter.getName()), parameter.getType());
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
