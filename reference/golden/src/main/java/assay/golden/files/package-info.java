/** Files that nobody but their owner may read, written so that no reader ever sees half of one. Depends on the JDK. */
@NullMarked
package assay.golden.files;

import org.jspecify.annotations.NullMarked;
