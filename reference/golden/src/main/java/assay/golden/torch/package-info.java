/**
 * The kernels in PyTorch, called through DJL on one thread and in double precision. Depends on assay.kernels and the
 * domain; nobody else calls PyTorch.
 */
@NullMarked
package assay.golden.torch;

import org.jspecify.annotations.NullMarked;
