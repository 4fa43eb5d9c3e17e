/** Our only code beside a student's: see {@code compile} and {@code run}. Depends on the JDK and assay.kernels. */
@NullMarked
package assay.runner;

import org.jspecify.annotations.NullMarked;
