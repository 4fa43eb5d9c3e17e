/** What came of a grading, as data. Depends on domain, compare, late, port. */
@NullMarked
package assay.core.result;

import org.jspecify.annotations.NullMarked;
