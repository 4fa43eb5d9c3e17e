package assay.runner.run;

import assay.kernels.Tensor;
import assay.runner.frame.Failure;
import java.util.List;

/** What came of one call. */
sealed interface Outcome {
    /** The runner's own copy of what came back. */
    record Output(Tensor tensor, boolean inputsChanged) implements Outcome {}

    /** Nothing that could be compared came back; type and message are not capped yet, the stack is. */
    record Failed(Failure failure, String type, String message, List<String> stack) implements Outcome {}
}
