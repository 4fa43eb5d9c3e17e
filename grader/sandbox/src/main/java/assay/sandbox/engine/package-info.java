/**
 * The Docker engine of this machine: found as Testcontainers finds it, started or installed where it is missing and
 * that is possible, spoken to in an API version that it understands. Depends on docker-java and Testcontainers'
 * discovery, not on Testcontainers' containers.
 */
@NullMarked
package assay.sandbox.engine;

import org.jspecify.annotations.NullMarked;
