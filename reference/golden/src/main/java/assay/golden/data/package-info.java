/**
 * Data sets: which there are, their official files, read strictly, and what of them a training sandbox gets to see.
 * Depends on the JDK, assay.core.domain and assay.golden.files.
 */
@NullMarked
package assay.golden.data;

import org.jspecify.annotations.NullMarked;
