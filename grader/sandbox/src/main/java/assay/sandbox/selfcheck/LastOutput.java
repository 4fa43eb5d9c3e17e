package assay.sandbox.selfcheck;

import assay.core.port.CallOutcome;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.core.port.SandboxSession;
import assay.kernels.Tensor;
import java.util.List;
import java.util.Optional;

/** Remembers the last tensor that came out of a session, to be shown beside the golden. */
final class LastOutput {
    private Optional<Tensor> last = Optional.empty();

    Optional<Tensor> get() {
        return last;
    }

    void forget() {
        last = Optional.empty();
    }

    /** The session, listened to. */
    SandboxSession of(SandboxSession session) {
        return new SandboxSession() {
            @Override
            public List<Implementation> implementations() {
                return session.implementations();
            }

            @Override
            public boolean alive() {
                return session.alive();
            }

            @Override
            public boolean lingering() {
                return session.lingering();
            }

            @Override
            public CallOutcome call(KernelCall call) {
                CallOutcome outcome = session.call(call);
                last = outcome instanceof CallOutcome.Returned returned
                        ? Optional.of(returned.output())
                        : Optional.empty();
                return outcome;
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }
}
