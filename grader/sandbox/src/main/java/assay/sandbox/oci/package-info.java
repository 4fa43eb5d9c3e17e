/**
 * Locked containers as jails without an engine: one process of an OCI runtime (runc, runsc) a container, over a root file
 * system that lies unpacked, in a control group of ours. Linux; root, or a user to whom a control group of version 2 was handed.
 * Depends on image, jail and session.
 */
@NullMarked
package assay.sandbox.oci;

import org.jspecify.annotations.NullMarked;
