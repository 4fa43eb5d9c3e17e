@NullMarked
package assay.runner;

import org.jspecify.annotations.NullMarked;
