package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.kernels.call.KernelParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The arguments of one case by name, with what does not fit among them. Each check returns whether it holds. */
final class CaseArguments {
    private final List<KernelParameter> parameters;
    private final List<ArgumentSpec> specs;
    private final List<Misfit> misfits = new ArrayList<>();

    CaseArguments(Kernel kernel, List<ArgumentSpec> specs) {
        this.parameters = kernel.parameters();
        this.specs = List.copyOf(specs);
    }

    /** An argument that its kernel cannot take. */
    record Misfit(String parameter, String message) {
        Misfit {
            requireNonNull(parameter, "parameter is null");
            requireNonNull(message, "message is null");
        }
    }

    List<Misfit> misfits() {
        return List.copyOf(misfits);
    }

    boolean has(String parameter) {
        return parameters.stream().anyMatch(known -> known.name().equals(parameter));
    }

    List<Integer> shape(String parameter) {
        return shape(spec(parameter));
    }

    int whole(String parameter) {
        return ((Argument.OfInt) given(parameter)).number();
    }

    float real(String parameter) {
        return ((Argument.OfFloat) given(parameter)).number();
    }

    boolean require(boolean holds, String parameter, String message) {
        if (!holds) {
            misfits.add(new Misfit(parameter, message));
        }
        return holds;
    }

    boolean rank(String parameter, int dimensions) {
        int actual = shape(parameter).size();
        String needed = dimensions == 1 ? "1 dimension" : dimensions + " dimensions";
        return require(actual == dimensions, parameter, "must have " + needed + ", but has " + actual);
    }

    boolean atLeast(String parameter, int minimum) {
        int actual = whole(parameter);
        return require(actual >= minimum, parameter, "must be at least " + minimum + ", but is " + actual);
    }

    /** Whether one length of a tensor is what another makes it. */
    boolean same(String parameter, int dimension, String what, long expected) {
        int actual = shape(parameter).get(dimension);
        return require(
                actual == expected,
                parameter,
                "dimension " + dimension + " must be " + what + " (" + expected + "), but is " + actual);
    }

    /** Whether a window fits into the padded input. */
    boolean fits(String parameter, int height, int width, int padding) {
        List<Integer> input = shape("input");
        long paddedHeight = input.get(2) + 2L * padding;
        long paddedWidth = input.get(3) + 2L * padding;
        return require(
                height <= paddedHeight && width <= paddedWidth,
                parameter,
                "the window of " + height + " x " + width + " is larger than the padded input of " + paddedHeight
                        + " x " + paddedWidth);
    }

    /** Whether the output is no larger than any tensor may be. */
    boolean outputHolds(String parameter, long... shape) {
        double size = 1;
        for (long length : shape) {
            size *= length; // a double, since a long might overflow
        }
        return require(
                size <= TensorReader.MOST_NUMBERS,
                parameter,
                "makes an output of more than " + TensorReader.MOST_NUMBERS + " numbers");
    }

    /** Whether there are {@code count} targets, each a class from 0 to {@code classes} - 1. */
    void targets(String parameter, int count, int classes) {
        ArgumentSpec targets = spec(parameter);
        if (targets instanceof ArgumentSpec.Classes(int drawn, int below)) {
            require(drawn == count, parameter, "must be one a row of logits (" + count + "), but are " + drawn);
            require(
                    below <= classes,
                    parameter,
                    "must be below the number of classes (" + classes + "), but reach " + below);
            return;
        }
        int[] given = ((Argument.OfInts) given(parameter)).ints();
        require(
                given.length == count,
                parameter,
                "must be one a row of logits (" + count + "), but are " + given.length);
        require(
                IntStream.of(given).allMatch(target -> target >= 0 && target < classes),
                parameter,
                "must be classes from 0 to " + (classes - 1));
    }

    /** How many whole numbers there are. */
    int count(String parameter) {
        return spec(parameter) instanceof ArgumentSpec.Classes(int drawn, int _)
                ? drawn
                : ((Argument.OfInts) given(parameter)).ints().length;
    }

    private ArgumentSpec spec(String parameter) {
        int index = IntStream.range(0, parameters.size())
                .filter(i -> parameters.get(i).name().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the kernel has no parameter " + parameter));
        return specs.get(index);
    }

    private Argument given(String parameter) {
        return ((ArgumentSpec.Given) spec(parameter)).argument();
    }

    private static List<Integer> shape(ArgumentSpec spec) {
        return switch (spec) {
            case ArgumentSpec.Values values -> values.shape();
            case ArgumentSpec.Normal normal -> normal.shape();
            case ArgumentSpec.Uniform uniform -> uniform.shape();
            case ArgumentSpec.ConstantChannels constant -> constant.shape();
            case ArgumentSpec.Given(Argument.OfTensor(Tensor tensor)) ->
                IntStream.of(tensor.shape()).boxed().toList();
            case ArgumentSpec.Given given -> throw new AssertionError("not a tensor: " + given);
            case ArgumentSpec.Classes classes -> throw new AssertionError("not a tensor: " + classes);
        };
    }
}
