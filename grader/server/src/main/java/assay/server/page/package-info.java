/** What the pages show, as records, and the templates that show it. Sees store, rule and core's reports. */
@NullMarked
package assay.server.page;

import org.jspecify.annotations.NullMarked;
