/**
 * From a case's specification to its inputs: seeds, the installation's secret, and draws by Apache Commons Math that
 * stay the same for ever. Depends on assay.kernels, domain and assignment.
 */
@NullMarked
package assay.golden.draw;

import org.jspecify.annotations.NullMarked;
