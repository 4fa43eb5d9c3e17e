/** The process's end of the line to the grader, kept away from a student's code. Depends on the JDK alone. */
@NullMarked
package assay.runner.channel;

import org.jspecify.annotations.NullMarked;
