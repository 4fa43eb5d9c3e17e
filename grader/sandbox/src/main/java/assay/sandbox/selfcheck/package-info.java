/**
 * A student's own check at home: the public cases, called in this JVM and weighed by the code that grades. It travels in
 * the starter's jar, so it depends on the JDK, assay.kernels, assay.runner.run and frame, and of assay.core on domain,
 * assignment, compare, pipeline, port, result, starter, of session on Translation, and on no library.
 */
@NullMarked
package assay.sandbox.selfcheck;

import org.jspecify.annotations.NullMarked;
