/** What lateness costs, as a pure function. Depends on domain. */
@NullMarked
package assay.core.late;

import org.jspecify.annotations.NullMarked;
