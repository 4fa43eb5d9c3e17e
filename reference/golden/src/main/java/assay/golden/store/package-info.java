/**
 * Goldens on disk behind core's GoldenSource: made once, kept, and read without PyTorch. Depends on core's ports and
 * packs, and on the other packages of assay.golden.
 */
@NullMarked
package assay.golden.store;

import org.jspecify.annotations.NullMarked;
