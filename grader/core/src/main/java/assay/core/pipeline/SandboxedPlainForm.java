package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.baseline.PlainLayers;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.port.CallOutcome;
import assay.core.port.Classes;
import assay.core.port.KernelCall;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** In a sandbox of its own beside the student's, with the same limits, that is opened when it is first asked for. */
final class SandboxedPlainForm implements PlainForm {
    private static final Class<?> PLAIN = PlainLayers.class;

    private final Sandbox sandbox;
    private final Limits limits;
    private Optional<SandboxSession> session = Optional.empty();

    SandboxedPlainForm(Sandbox sandbox, Limits limits) {
        this.sandbox = requireNonNull(sandbox, "sandbox is null");
        this.limits = requireNonNull(limits, "limits is null");
    }

    @Override
    public Optional<Duration> takes(Kernel kernel, List<Argument> arguments) {
        if (!kernel.contract().isAssignableFrom(PLAIN)) {
            return Optional.empty();
        }
        if (session.isEmpty()) {
            session = Optional.of(sandbox.open(classes(), limits, Pace.LASTING));
        }
        CallOutcome outcome = session.get().call(new KernelCall(1, kernel, Optional.empty(), arguments));
        if (outcome instanceof CallOutcome.Returned returned) {
            return Optional.of(returned.usage().wall());
        }
        close(); // a later try begins anew
        throw new GraderFault(
                GraderFault.Code.SANDBOX,
                "time a plain form of " + kernel.contract().getSimpleName(),
                "it ended with " + outcome);
    }

    @Override
    public void close() {
        session.ifPresent(SandboxSession::close);
        session = Optional.empty();
    }

    private static Classes classes() {
        try (InputStream file = requireNonNull(
                PLAIN.getResourceAsStream(PLAIN.getSimpleName() + ".class"), "a class without its file")) {
            return new Classes(List.of(new Classes.ClassFile(PLAIN.getName(), file.readAllBytes())));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "read a plain form", e);
        }
    }
}
