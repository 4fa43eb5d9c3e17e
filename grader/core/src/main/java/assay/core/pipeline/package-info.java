/** The flow from submission to grading, readable as the story. Depends on every package but report. */
@NullMarked
package assay.core.pipeline;

import org.jspecify.annotations.NullMarked;
