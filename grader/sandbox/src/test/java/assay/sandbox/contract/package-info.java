/** What every sandbox must do, whatever it is made of: one set of tests over all of them. */
@NullMarked
package assay.sandbox.contract;

import org.jspecify.annotations.NullMarked;
