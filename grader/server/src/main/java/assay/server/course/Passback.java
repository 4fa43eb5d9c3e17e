package assay.server.course;

import assay.server.store.Tx;
import java.util.List;

/** Where a student's grade stands with other systems, in words; nothing where it goes to none. */
@FunctionalInterface
public interface Passback {
    List<String> of(Tx tx, String course, String assignment, String person);
}
