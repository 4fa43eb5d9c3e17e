package assay.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import assay.kernels.Tensor;
import java.util.Arrays;

/** Between DJL's arrays and our tensors. */
final class Tensors {
    private Tensors() {}

    static Tensor of(NDArray array) {
        int[] shape = Arrays.stream(array.getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
        try (NDArray floats = array.toType(DataType.FLOAT32, true)) {
            return Tensor.of(floats.toFloatArray(), shape);
        }
    }

    static NDArray array(NDManager manager, Tensor tensor) {
        return manager.create(
                tensor.data(),
                new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray()));
    }
}
