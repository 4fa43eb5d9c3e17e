/**
 * What is graded at the desk, without running anything: answers from {@code answers.yaml}, and texts that wait for a
 * person. Depends on domain, assignment, formula, result, score, yaml.
 */
@NullMarked
package assay.core.desk;

import org.jspecify.annotations.NullMarked;
