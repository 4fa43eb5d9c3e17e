/**
 * What a transport must do for a JVM in a sandbox, and the pieces that containers and child processes share: their
 * streams, what they print, how they end, the flags of their JVM. Depends on the JDK and assay.core.domain.
 */
@NullMarked
package assay.sandbox.jail;

import org.jspecify.annotations.NullMarked;
