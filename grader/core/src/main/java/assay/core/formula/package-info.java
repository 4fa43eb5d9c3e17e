/**
 * A small language for what answers should be: arithmetic over named numbers and tables, with the few functions that
 * exercises by hand need. It computes and does nothing else. Depends on the JDK alone.
 */
@NullMarked
package assay.core.formula;

import org.jspecify.annotations.NullMarked;
