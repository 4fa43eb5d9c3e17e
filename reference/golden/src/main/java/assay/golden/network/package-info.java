/**
 * The networks that assignments ask for, as lists of layers: their parameters, what they give, what they get right.
 * Depends on torch, weights and data.
 */
@NullMarked
package assay.golden.network;

import org.jspecify.annotations.NullMarked;
