package assay.core.compare;

/** Where in a tensor a number stands. */
final class Places {
    private Places() {}

    /** The index in each dimension of the number at {@code place} in row-major order. */
    static int[] index(int[] shape, int place) {
        int[] index = new int[shape.length];
        int rest = place;
        for (int dimension = shape.length - 1; dimension >= 0; dimension--) {
            index[dimension] = rest % shape[dimension];
            rest /= shape[dimension];
        }
        return index;
    }
}
