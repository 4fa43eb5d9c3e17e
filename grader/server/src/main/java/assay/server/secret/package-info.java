/** What nobody may guess: tokens, secrets in files, what is sealed by them. Depends on the JDK and core's domain. */
@NullMarked
package assay.server.secret;

import org.jspecify.annotations.NullMarked;
