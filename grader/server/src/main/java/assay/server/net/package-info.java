/**
 * Requests to addresses that strangers named: other systems' keys, files, receivers of events. One door for all of them,
 * which opens to nothing of ours. Depends on the JDK alone.
 */
@NullMarked
package assay.server.net;

import org.jspecify.annotations.NullMarked;
