package assay.sandbox.selfcheck;

import assay.core.domain.RunUsage;
import assay.core.port.CallOutcome;
import assay.core.port.CallOutcome.Kind;
import assay.core.port.Implementation;
import assay.runner.frame.Failure;
import assay.runner.frame.FromRunner;

/** What a runner says, in the words of the core. */
final class FrameOutcomes {
    private FrameOutcomes() {}

    static CallOutcome of(FromRunner.Returned returned, RunUsage usage, String printed) {
        return new CallOutcome.Returned(returned.output(), returned.inputsChanged(), usage, printed);
    }

    static CallOutcome of(FromRunner.Threw threw, RunUsage usage, String printed) {
        return new CallOutcome.Threw(
                kind(threw.failure()), threw.type(), threw.message(), threw.stack(), usage, printed);
    }

    static Implementation of(FromRunner.Implementation implementation) {
        return new Implementation(implementation.kernel(), implementation.form(), implementation.className());
    }

    private static Kind kind(Failure failure) {
        return switch (failure) {
            case MISSING -> Kind.MISSING;
            case AMBIGUOUS -> Kind.AMBIGUOUS;
            case NOT_INSTANTIABLE -> Kind.NOT_INSTANTIABLE;
            case RETURNED_NULL -> Kind.RETURNED_NULL;
            case NOT_IMPLEMENTED -> Kind.NOT_IMPLEMENTED;
            case EXCEPTION -> Kind.EXCEPTION;
            case STACK_OVERFLOW -> Kind.STACK_OVERFLOW;
            case OUT_OF_MEMORY -> Kind.OUT_OF_MEMORY;
        };
    }
}
