/**
 * Wrong variants of the kernels that students are known to hand in, each with a sentence that says what it is and what
 * would be right. Depends on assay.golden.torch: a variant is computed in PyTorch as the golden is.
 */
@NullMarked
package assay.golden.misconception;

import org.jspecify.annotations.NullMarked;
