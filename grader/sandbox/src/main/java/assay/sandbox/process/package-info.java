/**
 * Child JVMs of the installed JDK as jails: for code that one trusts as far as one's own, as in a self-check. They have
 * the user's rights, the network and the whole file system; what is kept is time, heap and output. Depends on jail and
 * session.
 */
@NullMarked
package assay.sandbox.process;

import org.jspecify.annotations.NullMarked;
