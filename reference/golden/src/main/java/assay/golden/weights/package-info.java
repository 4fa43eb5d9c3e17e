/**
 * Weights as strangers hand them in: safetensors files, read so strictly that nothing but numbers can come of them.
 * Depends on assay.kernels and Jackson.
 */
@NullMarked
package assay.golden.weights;

import org.jspecify.annotations.NullMarked;
