/**
 * Kernels of which there is no single right output, since chance is in them: what must hold of every right one. Tests of
 * chance fail a right kernel less than once in a million times. Depends on assay.kernels.
 */
@NullMarked
package assay.core.property;

import org.jspecify.annotations.NullMarked;
