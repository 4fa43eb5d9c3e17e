/**
 * Kernels as anybody would first write them: what a speed-up is held against besides a student's own scalar form. They run
 * in a sandbox as a student's do, so a class here sees the kernels alone and no other class of ours.
 */
@NullMarked
package assay.core.baseline;

import org.jspecify.annotations.NullMarked;
