/**
 * YAML in which every value knows its line, so that each error can name file, line and key. Knows nothing of grading.
 * Depends on the JDK and Jackson's YAML parser.
 */
@NullMarked
package assay.core.yaml;

import org.jspecify.annotations.NullMarked;
