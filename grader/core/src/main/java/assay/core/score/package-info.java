/** Cases to parts to points, as pure functions. Depends on domain, assignment, result. */
@NullMarked
package assay.core.score;

import org.jspecify.annotations.NullMarked;
