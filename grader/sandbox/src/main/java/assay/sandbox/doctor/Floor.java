package assay.sandbox.doctor;

import assay.core.port.Sandbox;
import assay.sandbox.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a machine must enforce before strangers' code is graded on it: all that a check can fail on. A container without
 * rights, network and a writable root; limits of memory, processes and processor; filtered system calls; no known hole
 * within a submission's reach.
 *
 * @param below what fails; empty where the floor is met
 */
public record Floor(List<Check> below) {
    public Floor {
        below = List.copyOf(below);
    }

    /** Of those checks. */
    public static Floor of(List<Check> checks) {
        return new Floor(checks.stream()
                .filter(check -> check.status() == Check.Status.FAIL)
                .toList());
    }

    /** Measured in a container of that sandbox, and by what its engine says of itself. */
    public static Floor of(Engine engine, Sandbox sandbox, String runtime, SpyMemory memory) {
        EngineFacts facts = EngineReport.of(engine).facts();
        List<Check> checks = new ArrayList<>(EngineChecks.of(facts, runtime));
        checks.addAll(memory.checks(sandbox, Optional.of(facts)));
        return of(checks);
    }

    /** The same where there is no engine: by what the sandbox says of itself. */
    public static Floor of(Sandbox sandbox, SpyMemory memory) {
        List<Check> checks = new ArrayList<>(RuntimeChecks.of(sandbox.description()));
        checks.addAll(memory.checks(sandbox, Optional.empty()));
        return of(checks);
    }

    public boolean met() {
        return below.isEmpty();
    }

    /** For the provenance: {@code met}, or what is missing. */
    public String summary() {
        return met() ? "met" : "below: " + below.stream().map(Check::name).collect(Collectors.joining(", "));
    }
}
