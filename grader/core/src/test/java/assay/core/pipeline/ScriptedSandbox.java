package assay.core.pipeline;

import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.RunUsage;
import assay.core.domain.SourceFile;
import assay.core.port.CallOutcome;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.kernels.Tensor;
import assay.kernels.call.Kernel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A sandbox whose calls go as a test says, and else return one; remembers in which session which case ran. */
final class ScriptedSandbox implements Sandbox {
    private final Map<String, Deque<Supplier<CallOutcome>>> script = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    private final List<Implementation> implementations = new ArrayList<>();
    CompileOutcome compiled = new CompileOutcome.Compiled(new Classes(List.of()), List.of());
    /** How compiling fails first, each once. */
    final Deque<GraderFault> compileFaults = new ArrayDeque<>();

    /** What the sandboxes were opened for, in that order. */
    final List<Pace> paces = new ArrayList<>();

    boolean lingering;
    int opened;
    int closed;

    ScriptedSandbox(Kernel... kernels) {
        for (Kernel kernel : kernels) {
            implementations.add(new Implementation(kernel, Optional.empty(), "student." + kernel));
        }
    }

    /** Another class of the student's. */
    ScriptedSandbox with(Kernel kernel, String className) {
        implementations.add(new Implementation(kernel, Optional.empty(), className));
        return this;
    }

    /** The next call of the kernel whose only argument is that number goes so; several times: one after the other. */
    ScriptedSandbox when(Kernel kernel, float input, Supplier<CallOutcome> outcome) {
        script.computeIfAbsent(key(kernel, input), _ -> new ArrayDeque<>()).add(outcome);
        return this;
    }

    static CallOutcome returned(float number) {
        return new CallOutcome.Returned(Tensor.scalar(number), false, new RunUsage(Duration.ofMillis(1)), "");
    }

    static CallOutcome killed(CallOutcome.Cause cause) {
        return new CallOutcome.Killed(cause, "", RunUsage.NONE, "");
    }

    private static CallOutcome missing() {
        return new CallOutcome.Threw(CallOutcome.Kind.MISSING, "", "none", List.of(), RunUsage.NONE, "");
    }

    @Override
    public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        GraderFault fault = compileFaults.poll();
        if (fault != null) {
            throw fault;
        }
        return compiled;
    }

    @Override
    public SandboxSession open(Classes classes, Limits limits, Pace pace) {
        opened++;
        paces.add(pace);
        return new Session(opened);
    }

    @Override
    public Map<String, String> description() {
        return Map.of("kind", "scripted", "sandbox.engine", "none");
    }

    @Override
    public void close() {
        // Nothing is open but sessions.
    }

    private static String key(Kernel kernel, float input) {
        return kernel.torchName() + " " + (int) input;
    }

    private final class Session implements SandboxSession {
        private final int number;
        private boolean alive = true;

        Session(int number) {
            this.number = number;
        }

        @Override
        public List<Implementation> implementations() {
            return implementations;
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public boolean lingering() {
            return lingering;
        }

        @Override
        public CallOutcome call(KernelCall call) {
            String key =
                    key(call.kernel(), ((Tensor) call.arguments().getFirst().value()).get());
            calls.add(number + ": " + key);
            Supplier<CallOutcome> next =
                    script.getOrDefault(key, new ArrayDeque<>()).poll();
            CallOutcome outcome = next != null ? next.get() : implementations.isEmpty() ? missing() : returned(1);
            alive = !(outcome instanceof CallOutcome.Killed);
            return outcome;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
