package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.GraderFault;
import assay.core.port.CallOutcome;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.kernels.Form;
import assay.kernels.call.Kernel;
import java.util.List;
import java.util.Optional;

/** Calls one submission's kernels; a fault of ours is tried again in a new sandbox before it becomes an IE. */
final class CaseCaller {
    private final Assignment assignment;
    private final GoldenSource goldens;
    private final SessionKeeper sessions;
    private final Tries tries;

    CaseCaller(Assignment assignment, GoldenSource goldens, SessionKeeper sessions, Tries tries) {
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.goldens = requireNonNull(goldens, "goldens is null");
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.tries = requireNonNull(tries, "tries is null");
    }

    /** What came of a call, or of our attempts to make it. */
    sealed interface Called {
        record Answered(GoldenCase golden, CallOutcome outcome) implements Called {}

        record Broken(String reason) implements Called {}
    }

    /** Calls the kernel with the case's inputs. */
    Called call(Part part, CaseSpec spec, Kernel kernel, Optional<Form.Kind> form) {
        try {
            GoldenCase golden = tries.of(() -> goldens.golden(assignment, part, spec));
            KernelCall call = new KernelCall(
                    number(part, spec),
                    kernel,
                    form,
                    golden.arguments(),
                    (long) Float.BYTES * golden.expected().size());
            return new Called.Answered(golden, tries.of(() -> sessions.call(call), sessions::close));
        } catch (GraderFault fault) {
            return new Called.Broken(fault.explanation());
        }
    }

    /** The next calls are made where nothing has run before, and where their speed can be told. */
    void beginAnew() {
        sessions.beginLasting();
    }

    /** Nothing of a submission's takes a processor from what is measured beside it. */
    void endIfBusy() {
        sessions.endIfBusy();
    }

    /** Which classes implement the kernel in that form; where no form is asked for, any class does. */
    List<Implementation> implementations(Kernel kernel, Optional<Form.Kind> form) {
        return all().stream()
                .filter(found -> found.kernel() == kernel)
                .filter(found -> form.isEmpty() || found.form().equals(form))
                .toList();
    }

    /** Whether the sandbox knows of no class at all, as where it ended while it loaded them. */
    boolean knowsNone() {
        return all().isEmpty();
    }

    private List<Implementation> all() {
        return tries.of(sessions::implementations, sessions::close);
    }

    /** Counts up in the order in which things are run: the public cases of each part, then the hidden ones, then speed. */
    private int number(Part part, CaseSpec spec) {
        int parts = assignment.parts().size();
        int round = part instanceof Part.SpeedupPart ? 2 : spec.isPublic() ? 0 : 1;
        return round * parts + assignment.parts().indexOf(part) + 1;
    }
}
