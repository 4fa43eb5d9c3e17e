/** What the pipeline needs done elsewhere: sandbox and goldens. Depends on domain, assignment. */
@NullMarked
package assay.core.port;

import org.jspecify.annotations.NullMarked;
