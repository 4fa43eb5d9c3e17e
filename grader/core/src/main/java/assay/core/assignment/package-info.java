/** What is asked: the assignment, read from its YAML and checked. Depends on domain, compare, formula, late, yaml. */
@NullMarked
package assay.core.assignment;

import org.jspecify.annotations.NullMarked;
