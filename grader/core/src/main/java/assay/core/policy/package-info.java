/**
 * What submissions may not use, found in their class files: bytes of a stranger, read by the JDK's own reader and never
 * loaded. Depends on domain, assignment, port.
 */
@NullMarked
package assay.core.policy;

import org.jspecify.annotations.NullMarked;
