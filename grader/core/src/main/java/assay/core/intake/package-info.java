/** A folder or archive becomes a Submission; nothing is executed. Depends on domain. */
@NullMarked
package assay.core.intake;

import org.jspecify.annotations.NullMarked;
