package assay.core.assignment;

import assay.core.assignment.ArgumentSpec.Classes;
import assay.core.assignment.ArgumentSpec.Given;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.kernels.call.KernelParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the arguments of one case: each parameter of the kernel by its name, in the form that its type has. */
final class ArgumentsReader {
    private static final int MOST_CLASSES = 1 << 24;
    private static final List<String> CLASSES_KEYS = List.of("classes", "below");

    private ArgumentsReader() {}

    /** In the order of the kernel's parameters; fewer where some are wrong. */
    static List<ArgumentSpec> arguments(YamlObject object, Kernel kernel) {
        List<KernelParameter> parameters = kernel.parameters();
        object.allow(parameters.stream().map(KernelParameter::name).toList());
        List<ArgumentSpec> specs = new ArrayList<>();
        for (KernelParameter parameter : parameters) {
            object.required(parameter.name())
                    .flatMap(value -> argument(value, parameter.type()))
                    .ifPresent(specs::add);
        }
        if (specs.size() == parameters.size()) { // else the shapes say nothing yet
            KernelShapes.check(kernel, specs)
                    .forEach(misfit ->
                            object.required(misfit.parameter()).ifPresent(value -> value.problem(misfit.message())));
        }
        return specs;
    }

    private static Optional<ArgumentSpec> argument(YamlValue value, Class<?> type) {
        if (type == Tensor.class) {
            return TensorReader.tensor(value);
        }
        if (type == int[].class) {
            return value.isMapping() ? value.object().flatMap(ArgumentsReader::classes) : ints(value);
        }
        return given(value, type).map(Given::new);
    }

    private static Optional<Argument> given(YamlValue value, Class<?> type) {
        if (type == int.class) {
            return value.wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE).map(Argument.OfInt::new);
        }
        if (type == float.class) {
            return value.floatNumber().map(Argument.OfFloat::new);
        }
        if (type == boolean.class) {
            return value.flag().map(Argument.OfBoolean::new);
        }
        throw new AssertionError("no kernel has a parameter of type " + type);
    }

    private static Optional<ArgumentSpec> classes(YamlObject object) {
        object.allow(CLASSES_KEYS);
        Optional<Integer> count = object.required("classes").flatMap(value -> value.wholeNumber(1, MOST_CLASSES));
        Optional<Integer> below = object.required("below").flatMap(value -> value.wholeNumber(1, MOST_CLASSES));
        return count.flatMap(number -> below.map(limit -> new Classes(number, limit)));
    }

    private static Optional<ArgumentSpec> ints(YamlValue value) {
        if (!value.isSequence()) {
            return value.problem("must be a list of whole numbers or { classes: 2, below: 3 }");
        }
        List<YamlValue> items = value.list().orElse(List.of());
        List<Integer> ints = items.stream()
                .flatMap(item -> item.wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE).stream())
                .toList();
        return ints.size() == items.size()
                ? Optional.of(new Given(new Argument.OfInts(
                        ints.stream().mapToInt(Integer::intValue).toArray())))
                : Optional.empty();
    }
}
