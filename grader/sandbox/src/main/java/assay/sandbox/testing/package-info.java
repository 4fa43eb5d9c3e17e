/** What tests of several modules need: the engine and the images, seen to by the same code as for a user. */
@NullMarked
package assay.sandbox.testing;

import org.jspecify.annotations.NullMarked;
