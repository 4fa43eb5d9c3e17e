/** How a server is set up: one table of keys, read from file, environment and flags. Sees core and the address of the store. */
@NullMarked
package assay.server.config;

import org.jspecify.annotations.NullMarked;
