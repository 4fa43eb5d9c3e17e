/** Grades submissions. See the packages; {@code pipeline} tells the story. */
@NullMarked
package assay.core;

import org.jspecify.annotations.NullMarked;
