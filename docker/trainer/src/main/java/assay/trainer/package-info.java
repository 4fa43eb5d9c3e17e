/**
 * The only code of ours beside a student's training code. It trains the student's network on data from a folder and
 * tells losses and weights by frames; it knows no test label, and nothing that it says is believed. Depends on DJL,
 * assay.training, the frames and channel of assay.runner, and assay.kernels.
 */
@NullMarked
package assay.trainer;

import org.jspecify.annotations.NullMarked;
