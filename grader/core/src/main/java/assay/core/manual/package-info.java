/**
 * What a person decides about texts: marks, the table in which they travel, and how they enter a grading. Depends on
 * domain, assignment, desk, intake, late, result, score.
 */
@NullMarked
package assay.core.manual;

import org.jspecify.annotations.NullMarked;
