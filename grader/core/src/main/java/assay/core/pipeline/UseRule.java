package assay.core.pipeline;

import assay.core.port.Implementation;
import java.util.Optional;

/** Which of a submission's kernels may be run at all. */
interface UseRule {
    /** Why that implementation must not be run, to the student; empty if it may. */
    Optional<String> violation(Implementation implementation);

    /** Why nothing may be run that stands behind an interface of that name; empty if it may. */
    Optional<String> violationBehind(String contract);

    /** Why nothing may be run where it is not known what will be; empty if all may. */
    Optional<String> violationAnywhere();
}
