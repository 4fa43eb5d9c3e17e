/** From a stored submission to its one grading: db-scheduler's jobs, and the workers that take them. Sees store and core. */
@NullMarked
package assay.server.queue;

import org.jspecify.annotations.NullMarked;
