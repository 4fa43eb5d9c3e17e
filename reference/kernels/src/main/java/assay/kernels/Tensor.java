package assay.kernels;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A dense block of float32 numbers in row-major order; images are laid out NCHW, as in PyTorch.
 *
 * <p>The shape never changes, the numbers may. A tensor of shape {@code []} is a scalar and holds one number. A
 * dimension may be 0, and then the tensor holds none. Not safe for use by several threads at once while one writes.
 */
public final class Tensor {
    private final int[] shape;
    private final int[] strides;
    private final float[] data;

    private Tensor(int[] shape, float[] data) {
        this.shape = shape;
        this.strides = strides(shape);
        this.data = data;
    }

    /**
     * A tensor of zeros.
     *
     * @param shape the length of each dimension, outermost first; none for a scalar
     * @throws IllegalArgumentException if a dimension is negative or the tensor would hold more than 2^31-1 numbers
     */
    public static Tensor zeros(int... shape) {
        int[] own = shape.clone();
        return new Tensor(own, new float[sizeOf(own)]);
    }

    /**
     * A tensor with the given numbers, which are copied.
     *
     * @param data the numbers in row-major order
     * @param shape the length of each dimension, outermost first; none for a scalar
     * @throws IllegalArgumentException if the shape does not hold exactly {@code data.length} numbers
     */
    public static Tensor of(float[] data, int... shape) {
        requireNonNull(data, "data is null");
        int[] own = shape.clone();
        if (sizeOf(own) != data.length) {
            throw new IllegalArgumentException("shape " + Arrays.toString(own) + " holds " + sizeOf(own)
                    + " numbers, but " + data.length + " were given");
        }
        return new Tensor(own, data.clone());
    }

    /** A tensor of shape {@code []} that holds one number. */
    public static Tensor scalar(float value) {
        return new Tensor(new int[0], new float[] {value});
    }

    /** The length of each dimension, outermost first; a copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** The length of one dimension: {@code size(0)} is N of an NCHW tensor, {@code size(3)} is W. */
    public int size(int dimension) {
        return shape[dimension];
    }

    /** How many dimensions there are; 0 for a scalar. */
    public int rank() {
        return shape.length;
    }

    /** How many numbers the tensor holds. */
    public int size() {
        return data.length;
    }

    /**
     * One number.
     *
     * @param index one index a dimension, each from 0
     * @throws IndexOutOfBoundsException if an index is outside its dimension, or there are not as many as dimensions
     */
    public float get(int... index) {
        return data[offset(index)];
    }

    /**
     * Sets one number.
     *
     * @param value the new number
     * @param index one index a dimension, each from 0
     * @throws IndexOutOfBoundsException if an index is outside its dimension, or there are not as many as dimensions
     */
    public void set(float value, int... index) {
        data[offset(index)] = value;
    }

    /**
     * The numbers themselves in row-major order, not a copy: what is written here is written to the tensor. The element
     * at {@code [n, c, h, w]} of an NCHW tensor stands at {@code ((n * C + c) * H + h) * W + w}.
     */
    public float[] data() {
        return data;
    }

    /** A tensor of the same shape with its own copy of the numbers. */
    public Tensor copy() {
        return new Tensor(shape, data.clone());
    }

    /**
     * A tensor of another shape with its own copy of the same numbers in the same order.
     *
     * @throws IllegalArgumentException if the new shape does not hold exactly as many numbers
     */
    public Tensor reshape(int... newShape) {
        return of(data, newShape);
    }

    @Override
    public String toString() {
        int shown = Math.min(data.length, 8);
        String numbers = Arrays.toString(Arrays.copyOf(data, shown));
        String more = shown < data.length ? numbers.substring(0, numbers.length() - 1) + ", ...]" : numbers;
        return "Tensor" + Arrays.toString(shape) + more;
    }

    private int offset(int... index) {
        if (index.length != shape.length) {
            throw new IndexOutOfBoundsException(
                    index.length + " indices for a tensor of shape " + Arrays.toString(shape));
        }
        int offset = 0;
        for (int dimension = 0; dimension < index.length; dimension++) {
            if (index[dimension] < 0 || index[dimension] >= shape[dimension]) {
                throw new IndexOutOfBoundsException(
                        "index " + Arrays.toString(index) + " for a tensor of shape " + Arrays.toString(shape));
            }
            offset += index[dimension] * strides[dimension];
        }
        return offset;
    }

    private static int sizeOf(int... shape) {
        long size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " has a negative dimension");
            }
            size *= length;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " holds too many numbers");
            }
        }
        return (int) size;
    }

    private static int[] strides(int... shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int dimension = shape.length - 1; dimension >= 0; dimension--) {
            strides[dimension] = stride;
            stride *= shape[dimension];
        }
        return strides;
    }
}
