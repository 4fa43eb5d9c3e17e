/**
 * The corpus of attacks, {@code submissions/hostile}, graded as a class is, and what has to hold on the host afterwards.
 */
@NullMarked
package assay.e2e.hostile;

import org.jspecify.annotations.NullMarked;
