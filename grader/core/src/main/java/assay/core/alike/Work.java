package assay.core.alike;

import static java.util.Objects.requireNonNull;

import assay.core.domain.SourceFile;
import java.util.List;

/**
 * A submission to be compared.
 *
 * @param id whatever tells it from the others
 */
public record Work(String id, List<SourceFile> sources) {
    public Work {
        requireNonNull(id, "id is null");
        sources = List.copyOf(sources);
    }
}
