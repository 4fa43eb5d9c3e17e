/**
 * Calls a student's kernels in a JVM that is theirs to break: the host keeps the time and compares outside. Depends on
 * the JDK, assay.kernels, channel and frame.
 */
@NullMarked
package assay.runner.run;

import org.jspecify.annotations.NullMarked;
