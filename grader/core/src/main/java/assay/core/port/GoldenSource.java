package assay.core.port;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import java.util.Map;

/** Where the truth comes from. Safe for use by several threads at once; throws only GraderFault. */
public interface GoldenSource {
    /**
     * The inputs of one case with the golden that PyTorch gives for them. The same specification gives the same case
     * for ever; cases that differ only in the part's form share inputs and golden.
     */
    GoldenCase golden(Assignment assignment, Part part, CaseSpec spec);

    /** For the provenance: a digest over all goldens of the assignment, and the versions of what made them. */
    Map<String, String> description(Assignment assignment);
}
