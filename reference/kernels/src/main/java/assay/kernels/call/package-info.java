/** How the grader names and calls a kernel. Students need nothing of it. Depends on the JDK and assay.kernels. */
@NullMarked
package assay.kernels.call;

import org.jspecify.annotations.NullMarked;
