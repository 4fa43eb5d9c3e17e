/**
 * Compiles strangers' sources in memory; nothing of theirs is executed. Depends on the JDK with its compiler,
 * assay.kernels, channel and frame.
 */
@NullMarked
package assay.runner.compile;

import org.jspecify.annotations.NullMarked;
