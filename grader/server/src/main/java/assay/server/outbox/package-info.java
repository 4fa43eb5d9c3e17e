/**
 * What has to reach other systems, each with its own deliveries: when something is tried again, and when no longer, as
 * pure functions; and the table of deliveries. Depends on store.
 */
@NullMarked
package assay.server.outbox;

import org.jspecify.annotations.NullMarked;
