/**
 * What docs/reliability.md says, measured: the service as it is run, with a PostgreSQL and workers that are processes of
 * their own, under a crowd, under kills and after a term. Programs, not tests: {@code -Preliability} runs them.
 */
@NullMarked
package assay.e2e.reliability;

import org.jspecify.annotations.NullMarked;
