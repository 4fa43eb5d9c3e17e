/** Folders of our own making, and their end. Depends on nothing. */
@NullMarked
package assay.sandbox.files;

import org.jspecify.annotations.NullMarked;
