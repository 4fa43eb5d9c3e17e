/**
 * The images of the containers: what goes into them, how they are built, with a registry or without, and which are old.
 * Depends on engine, jail and the frames of the runner.
 */
@NullMarked
package assay.sandbox.image;

import org.jspecify.annotations.NullMarked;
