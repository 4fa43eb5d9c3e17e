/** Signatures of other systems by their published keys, on nimbus-jose-jwt. Depends on net and on that library. */
@NullMarked
package assay.server.jose;

import org.jspecify.annotations.NullMarked;
