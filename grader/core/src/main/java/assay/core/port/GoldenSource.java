package assay.core.port;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;

/** Where the truth comes from. Safe for use by several threads at once; throws only GraderFault. */
public interface GoldenSource {
    /**
     * The inputs of one case with the golden that PyTorch gives for them. The same specification gives the same case
     * for ever; cases that differ only in the part's form share inputs and golden.
     */
    GoldenCase golden(Assignment assignment, Part part, CaseSpec spec);
}
