/** Locked containers as jails: how they are made, talked to, counted and removed. Depends on engine, image, jail, session. */
@NullMarked
package assay.sandbox.docker;

import org.jspecify.annotations.NullMarked;
