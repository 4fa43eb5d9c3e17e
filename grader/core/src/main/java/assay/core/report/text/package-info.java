/** Values and strangers' texts in words that can be shown anywhere. Depends on domain. */
@NullMarked
package assay.core.report.text;

import org.jspecify.annotations.NullMarked;
