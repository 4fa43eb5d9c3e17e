package assay.kernels.call;

import static java.util.Objects.requireNonNull;

import assay.kernels.Tensor;

/** A value that a kernel is called with. */
public sealed interface Argument {
    /** The value as the kernel's method takes it; a tensor or array is the argument's own, not a copy. */
    Object value();

    /** The type of the parameter that takes it. */
    Class<?> type();

    /** A tensor. */
    record OfTensor(Tensor tensor) implements Argument {
        public OfTensor {
            requireNonNull(tensor, "tensor is null");
        }

        @Override
        public Tensor value() {
            return tensor;
        }

        @Override
        public Class<?> type() {
            return Tensor.class;
        }
    }

    /** Whole numbers, such as the target classes of cross entropy. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the array is the value itself
    record OfInts(int[] ints) implements Argument {
        public OfInts {
            requireNonNull(ints, "ints is null");
        }

        @Override
        public int[] value() {
            return ints;
        }

        @Override
        public Class<?> type() {
            return int[].class;
        }
    }

    /** A whole number, such as a stride. */
    record OfInt(int number) implements Argument {
        @Override
        public Integer value() {
            return number;
        }

        @Override
        public Class<?> type() {
            return int.class;
        }
    }

    /** A real number, such as an epsilon. */
    record OfFloat(float number) implements Argument {
        @Override
        public Float value() {
            return number;
        }

        @Override
        public Class<?> type() {
            return float.class;
        }
    }

    /** A switch, such as count_include_pad. */
    record OfBoolean(boolean flag) implements Argument {
        @Override
        public Boolean value() {
            return flag;
        }

        @Override
        public Class<?> type() {
            return boolean.class;
        }
    }
}
