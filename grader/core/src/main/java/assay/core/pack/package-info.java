/**
 * Goldens as bytes: what the golden store keeps and what a student's starter carries. The starter reads packs with the
 * JDK alone, so this depends on the JDK, assay.kernels and port, and on no library.
 */
@NullMarked
package assay.core.pack;

import org.jspecify.annotations.NullMarked;
