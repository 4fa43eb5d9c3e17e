/** What this machine can enforce, told before anybody relies on it. Depends on engine, image, oci, and core's sandbox port. */
@NullMarked
package assay.sandbox.doctor;

import org.jspecify.annotations.NullMarked;
