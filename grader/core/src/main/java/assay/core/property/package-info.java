/**
 * Kernels of which there is no single right output, since chance is in them: what must hold of every right one. Each test
 * of chance fails a right kernel less than once in a million times. Depends on assay.kernels.
 */
@NullMarked
package assay.core.property;

import org.jspecify.annotations.NullMarked;
