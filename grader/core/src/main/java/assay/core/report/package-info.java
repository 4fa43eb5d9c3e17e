/** One Grading record to JSON, HTML, CSV, JUnit XML and Gradescope's format. Depends on result, assignment. */
@NullMarked
package assay.core.report;

import org.jspecify.annotations.NullMarked;
