package assay.golden.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.kernels.call.KernelParameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The arguments of one call by the names of the kernel's parameters, e.g. {@code kernel_size}. */
public final class TorchCall {
    private final NDManager manager;
    private final DataType precision;
    private final Map<String, Argument> arguments = new HashMap<>();

    /**
     * @param manager owns every array of the call
     * @param precision of the tensors: float64 for goldens
     * @throws IllegalArgumentException if the arguments are not those that the kernel takes
     */
    TorchCall(NDManager manager, DataType precision, Kernel kernel, List<Argument> arguments) {
        this.manager = requireNonNull(manager, "manager is null");
        this.precision = requireNonNull(precision, "precision is null");
        List<KernelParameter> parameters = kernel.parameters();
        if (parameters.size() != arguments.size()) {
            throw new IllegalArgumentException(
                    kernel.torchName() + " takes " + parameters.size() + " arguments, not " + arguments.size());
        }
        for (int index = 0; index < parameters.size(); index++) {
            this.arguments.put(parameters.get(index).name(), arguments.get(index));
        }
    }

    /** A tensor in the precision of the call. */
    public NDArray tensor(String name) {
        Tensor tensor = argument(name, Argument.OfTensor.class).tensor();
        return manager.create(tensor.data(), shape(tensor)).toType(precision, false);
    }

    /** Whole numbers, as PyTorch takes indices. */
    public NDArray indices(String name) {
        int[] ints = argument(name, Argument.OfInts.class).ints();
        return manager.create(Arrays.stream(ints).asLongStream().toArray());
    }

    /** Whole numbers as they are. */
    public int[] ints(String name) {
        return argument(name, Argument.OfInts.class).ints();
    }

    /** Zeros in the precision of the call. */
    NDArray zeros(Shape shape) {
        return manager.zeros(shape, precision);
    }

    /** Given numbers in the precision of the call. */
    public NDArray numbers(double[] values, Shape shape) {
        return manager.create(values, shape).toType(precision, false);
    }

    /** A whole number. */
    public int integer(String name) {
        return argument(name, Argument.OfInt.class).number();
    }

    /** A real number. */
    public float real(String name) {
        return argument(name, Argument.OfFloat.class).number();
    }

    /** A switch. */
    public boolean flag(String name) {
        return argument(name, Argument.OfBoolean.class).flag();
    }

    private <A extends Argument> A argument(String name, Class<A> type) {
        Argument argument = arguments.get(name);
        if (!type.isInstance(argument)) {
            throw new IllegalArgumentException(
                    "the argument " + name + " should be " + type.getSimpleName() + ", but is " + argument);
        }
        return type.cast(argument);
    }

    private static Shape shape(Tensor tensor) {
        return new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray());
    }
}
