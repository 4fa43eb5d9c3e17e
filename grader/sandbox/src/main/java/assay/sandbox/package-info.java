@NullMarked
package assay.sandbox;

import org.jspecify.annotations.NullMarked;
