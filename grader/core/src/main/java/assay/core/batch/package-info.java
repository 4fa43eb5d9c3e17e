/** A whole class: many submissions at once, each result kept as soon as it is there. Depends on every package of core. */
@NullMarked
package assay.core.batch;

import org.jspecify.annotations.NullMarked;
