/** What happens in a course: publishing, handing in, regrading, extensions, overrides. Sees store, rule and queue. */
@NullMarked
package assay.server.course;

import org.jspecify.annotations.NullMarked;
