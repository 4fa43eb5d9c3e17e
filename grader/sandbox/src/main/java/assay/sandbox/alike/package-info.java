/**
 * JPlag behind core's port: a program of its own, in a process of its own, which parses what students handed in and never
 * runs it. Nothing here is compiled against it. Depends on core's alike and domain.
 */
@NullMarked
package assay.sandbox.alike;

import org.jspecify.annotations.NullMarked;
