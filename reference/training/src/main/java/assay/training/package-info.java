/**
 * What a student compiles against where an assignment trains a network: {@link assay.training.TrainingTask}, with DJL's
 * types for arrays, layers, losses and optimisers. Depends on DJL's API alone.
 */
@NullMarked
package assay.training;

import org.jspecify.annotations.NullMarked;
