/**
 * What stands on a page, as data: every text capped and made visible, every number in words, every picture as geometry.
 * The templates in {@code src/main/jte} only lay it out and escape it. Depends on domain, assignment, compare, result,
 * port's diagnostics, and text.
 */
@NullMarked
package assay.core.report.page;

import org.jspecify.annotations.NullMarked;
