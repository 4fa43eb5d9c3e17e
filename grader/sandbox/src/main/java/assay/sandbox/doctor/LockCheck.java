package assay.sandbox.doctor;

import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.CallOutcome;
import assay.core.port.CompileOutcome;
import assay.core.port.KernelCall;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles and runs a spy as if a student had written it, and looks at what it found: the lock as it really is. */
final class LockCheck {
    private static final SourceFile SPY = new SourceFile("Spy.java", """
            import assay.kernels.*;
            import java.nio.file.*;
            public class Spy implements Relu {
                public Tensor relu(Tensor input) {
                    String found = "";
                    try {
                        found += Files.readString(Path.of("/proc/self/status"));
                        found += "\\nInterfaces: " + Files.lines(Path.of("/proc/net/dev")).skip(2).count();
                        Files.writeString(Path.of("/spy"), "");
                        found += "\\nRoot: writable";
                    } catch (java.io.IOException e) {
                        found += "\\nRoot: closed";
                    }
                    throw new IllegalStateException(found + "\\n");
                }
            }
            """);

    private static final Map<String, String> LOCKED = Map.of(
            "CapEff", "0000000000000000",
            "NoNewPrivs", "1",
            "Seccomp", "2",
            "Uid", "65532",
            "Interfaces", "1",
            "Root", "closed");

    private static final Set<String> OF_LINUX = Set.of("NoNewPrivs", "Seccomp");

    private LockCheck() {}

    static Check of(Sandbox sandbox) {
        try {
            return found(report(sandbox));
        } catch (GraderFault e) {
            return Check.fail("a container", e.explanation(), "");
        }
    }

    /** From what the spy reports, lines of name, colon and value. */
    static Check found(String report) {
        Function<String, Optional<String>> value = name -> {
            Matcher line = Pattern.compile("^" + name + ":\\s+(\\S+)", Pattern.MULTILINE)
                    .matcher(report);
            return line.find() ? Optional.of(line.group(1)) : Optional.empty();
        };
        // gVisor has a kernel of its own, which does not say NoNewPrivs, and whose seccomp is outside.
        boolean gvisor = value.apply("NoNewPrivs").isEmpty();
        String open = LOCKED.entrySet().stream()
                .filter(lock -> !gvisor || !OF_LINUX.contains(lock.getKey()))
                .filter(lock -> !value.apply(lock.getKey()).equals(Optional.of(lock.getValue())))
                .map(lock -> lock.getKey() + " is " + value.apply(lock.getKey()).orElse("missing"))
                .sorted()
                .collect(Collectors.joining(", "));
        boolean nothing =
                Stream.of("CapEff", "Root").anyMatch(name -> value.apply(name).isEmpty());
        if (nothing) {
            return Check.fail("a container", "the spy in it did not come back with a report", "");
        }
        return open.isEmpty()
                ? Check.ok("a container", "no rights, no network, a closed root, no way to gain any")
                : Check.fail("a container", "not locked as it should be: " + open, "use another engine or runtime");
    }

    private static String report(Sandbox sandbox) {
        if (!(sandbox.compile(List.of(SPY), Limits.DEFAULT) instanceof CompileOutcome.Compiled compiled)) {
            return "";
        }
        Argument input = new Argument.OfTensor(Tensor.scalar(0));
        try (SandboxSession session = sandbox.open(compiled.classes(), Limits.DEFAULT)) {
            CallOutcome outcome = session.call(new KernelCall(1, Kernel.RELU, Optional.empty(), List.of(input)));
            return outcome instanceof CallOutcome.Threw threw ? threw.message() : "";
        }
    }
}
