/**
 * Calls a student's kernels in a JVM that is theirs to break: the host keeps the time and compares outside. Here and in
 * frame types are told apart by {@code instanceof}: a switch over them costs each new JVM a class made at run time. Depends
 * on the JDK, assay.kernels, channel and frame.
 */
@NullMarked
package assay.runner.run;

import org.jspecify.annotations.NullMarked;
