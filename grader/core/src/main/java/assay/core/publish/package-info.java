/** Whether an assignment measures anything, before students see it. Depends on assignment, compare, desk, port. */
@NullMarked
package assay.core.publish;

import org.jspecify.annotations.NullMarked;
