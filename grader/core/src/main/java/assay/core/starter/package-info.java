/**
 * The project that a student downloads: the public cases with their goldens, what reads them with the JDK alone, and the
 * zip around it. Depends on domain, assignment, compare, late, pack, port.
 */
@NullMarked
package assay.core.starter;

import org.jspecify.annotations.NullMarked;
