/** Output against golden, as pure functions. Depends on assay.kernels alone. */
@NullMarked
package assay.core.compare;

import org.jspecify.annotations.NullMarked;
