/** The words of grading, as data. Depends on the JDK alone. */
@NullMarked
package assay.core.domain;

import org.jspecify.annotations.NullMarked;
