package assay.golden.weights;

import java.util.List;

/**
 * What a header says of one tensor, checked by itself.
 *
 * @param begin of its numbers, in bytes from the end of the header
 * @param end after its numbers
 */
record TensorEntry(String name, List<Integer> shape, long begin, long end) {
    TensorEntry {
        shape = List.copyOf(shape);
    }
}
