/**
 * One Grading record to JSON, HTML, CSV, JUnit XML, Gradescope's format and a terminal's table. What a student sees goes
 * through {@link assay.core.report.Redaction} first. Depends on domain, assignment, compare, result, score, and on its own
 * packages text and page.
 */
@NullMarked
package assay.core.report;

import org.jspecify.annotations.NullMarked;
