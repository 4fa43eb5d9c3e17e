/** How a server is set up: one table of keys, read from file, environment and flags. Sees core's yaml. */
@NullMarked
package assay.server.config;

import org.jspecify.annotations.NullMarked;
