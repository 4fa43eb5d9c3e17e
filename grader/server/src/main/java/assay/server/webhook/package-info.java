/**
 * Events of other systems, in and out. What comes in is judged by its raw bytes and headers alone, and written down once
 * before anything comes of it; what goes out is signed, and tried for three days. Depends on net, store and secret, and on
 * nimbus-jose-jwt for Canvas's signatures.
 */
@NullMarked
package assay.server.webhook;

import org.jspecify.annotations.NullMarked;
