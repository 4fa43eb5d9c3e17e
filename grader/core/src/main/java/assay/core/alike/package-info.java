/**
 * Which submissions are alike: what goes in, what comes out, and a port for the program that finds it. Says nothing about
 * why they are alike. Depends on domain.
 */
@NullMarked
package assay.core.alike;

import org.jspecify.annotations.NullMarked;
