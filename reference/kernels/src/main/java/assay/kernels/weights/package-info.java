/**
 * Weights of networks as files in the safetensors format, of which nothing but numbers can come. Not for students.
 * Depends on assay.kernels.
 */
@NullMarked
package assay.kernels.weights;

import org.jspecify.annotations.NullMarked;
