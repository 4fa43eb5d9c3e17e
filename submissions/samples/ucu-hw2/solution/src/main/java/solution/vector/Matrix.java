package solution.vector;

import java.util.Arrays;

/**
 * A matrix of floats, row-major.
 *
 * <p>All loops run along rows of consecutive numbers, so that the compiler can use vector instructions.
 */
record Matrix(int rows, int columns, float[] data) {
    /** This matrix times another. Row i of the product is the sum of the other's rows, weighted by row i of this. */
    Matrix times(Matrix other) {
        float[] product = new float[rows * other.columns];
        for (int i = 0; i < rows; i++) {
            int to = i * other.columns;
            for (int k = 0; k < columns; k++) {
                float factor = data[i * columns + k];
                int from = k * other.columns;
                for (int j = 0; j < other.columns; j++) {
                    product[to + j] += factor * other.data[from + j];
                }
            }
        }
        return new Matrix(rows, other.columns, product);
    }

    Matrix transposed() {
        float[] turned = new float[data.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = data[i * columns + j];
            }
        }
        return new Matrix(columns, rows, turned);
    }

    /** Adds one number to each row. */
    void addToRows(float... numbers) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                data[i * columns + j] += numbers[i];
            }
        }
    }

    /** Adds one number to each column. */
    void addToColumns(float... numbers) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                data[i * columns + j] += numbers[j];
            }
        }
    }

    /** The largest number of each column. */
    float[] largestOfColumns() {
        float[] largest = Arrays.copyOf(data, columns);
        for (int i = 1; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                largest[j] = Math.max(largest[j], data[i * columns + j]);
            }
        }
        return largest;
    }
}
