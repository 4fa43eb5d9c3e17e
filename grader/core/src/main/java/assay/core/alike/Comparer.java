package assay.core.alike;

import assay.core.domain.SourceFile;
import java.util.List;

/** Finds what is alike in submissions, which it reads and never runs. Safe for use by several threads. */
public interface Comparer {
    /**
     * Compares each with each.
     *
     * @param works whose ids differ; asked for one after the other, since a class may not fit into memory
     * @param given what everybody was given, and is nobody's own; may be empty
     */
    Comparison compare(Iterable<Work> works, List<SourceFile> given) throws InterruptedException;
}
