/** What a student compiles against: the tensor and one interface a kernel. Depends on the JDK alone. */
@NullMarked
package assay.kernels;

import org.jspecify.annotations.NullMarked;
