/** The rules of a course, as pure functions. Sees core's domain and late. */
@NullMarked
package assay.server.rule;

import org.jspecify.annotations.NullMarked;
