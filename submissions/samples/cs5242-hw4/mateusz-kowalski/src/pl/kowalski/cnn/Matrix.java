package pl.kowalski.cnn;

final class Matrix {
    private Matrix() {}

    /** C = A B with A [n, k] and B [k, m], all row-major. */
    static float[] multiply(float[] a, float[] b, int n, int k, int m) {
        float[] c = new float[n * m];
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < k; l++) {
                float v = a[i * k + l];
                for (int j = 0; j < m; j++) {
                    c[i * m + j] += v * b[l * m + j];
                }
            }
        }
        return c;
    }
}
