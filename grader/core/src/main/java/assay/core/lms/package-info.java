/**
 * The files of learning platforms. The bulk downloads of Moodle, Canvas and Gradescope are read as they are, into what
 * {@link assay.core.intake} grades; grades go back into the teacher's own worksheet or gradebook, in which nothing else
 * changes, and pages into a zip of feedback. Whatever could be of two people is nobody's until a person says whose it
 * is. Depends on domain, intake, result and report.text; and on snakeyaml-engine for Gradescope's list.
 */
@NullMarked
package assay.core.lms;

import org.jspecify.annotations.NullMarked;
