/** The service of a course for a term: this package wires store, queue and HTTP together. Sees core; only cli sees it. */
@NullMarked
package assay.server;

import org.jspecify.annotations.NullMarked;
