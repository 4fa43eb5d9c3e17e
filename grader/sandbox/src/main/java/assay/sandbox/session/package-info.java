/**
 * The host's side of the conversation with a compiler or runner, the same for containers and child processes: who is
 * heard, how long, and what verdict follows. Depends on assay.core's ports, assay.runner.frame and jail.
 */
@NullMarked
package assay.sandbox.session;

import org.jspecify.annotations.NullMarked;
