/**
 * What training needs besides a JDK on this machine: our jars, DJL's, and PyTorch's native libraries, as found on the
 * class path. No class of DJL is named here. Depends on assay.core.domain and jail.
 */
@NullMarked
package assay.sandbox.train;

import org.jspecify.annotations.NullMarked;
