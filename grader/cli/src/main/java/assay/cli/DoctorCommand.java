package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.sandbox.doctor.Check;
import assay.sandbox.doctor.Doctor;
import assay.sandbox.doctor.Floor;
import assay.sandbox.doctor.RuntimeChecks;
import assay.sandbox.engine.EngineSetup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Says what this machine enforces on submissions, what it cannot, and what helps. Changes nothing.")
final class DoctorCommand implements Callable<Integer> {
    private final Workbench bench;

    @Option(
            names = "--sandbox",
            paramLabel = "docker|oci",
            defaultValue = "docker",
            description = "what would make the containers (default: ${DEFAULT-VALUE}), as for grade")
    private SandboxOptions.SandboxKind sandbox = SandboxOptions.SandboxKind.DOCKER;

    @Option(
            names = "--runtime",
            paramLabel = "runc|runsc",
            defaultValue = "runc",
            description = "the containers' runtime (default: ${DEFAULT-VALUE})")
    private String runtime = "runc";

    @Option(names = "--json", description = "print the checks as JSON")
    private boolean json;

    DoctorCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        List<Check> checks = switch (sandbox) {
            case DOCKER -> engineChecks();
            case OCI -> RuntimeChecks.examine(() -> bench.coldSandbox(containers()));
            case PROCESS ->
                throw new UsageProblem("--sandbox process makes no containers: there is nothing to examine.");
        };
        bench.console().out().print(json ? json(checks) : text(checks));
        bench.console().out().flush();
        return checks.stream().allMatch(check -> check.status() == Check.Status.OK) ? ExitCode.DONE : ExitCode.LOOK;
    }

    private List<Check> engineChecks() {
        EngineSetup setup = new EngineSetup(
                bench.environment(), bench.installation().cache().resolve("engine.log"));
        return new Doctor(setup, bench.installation().cache(), runtime).examine();
    }

    private SandboxOptions containers() {
        SandboxOptions options = new SandboxOptions();
        options.sandbox = SandboxOptions.SandboxKind.OCI;
        options.runtime = runtime;
        return options;
    }

    private static String text(List<Check> checks) {
        StringBuilder text = new StringBuilder();
        for (Check check : checks) {
            text.append(String.format(Locale.ROOT, "%-5s %-18s %s%n", check.status(), check.name(), check.detail()));
            if (!check.remedy().isEmpty()) {
                text.append(String.format(Locale.ROOT, "%24s   what helps: %s%n", "", check.remedy()));
            }
        }
        Floor floor = Floor.of(checks);
        text.append(
                floor.met()
                        ? "Strangers' code may be graded here."
                        : "Strangers' code should not be graded here; grade refuses it without --below-floor ("
                                + floor.summary() + ").");
        return text.append(System.lineSeparator()).toString();
    }

    private static String json(List<Check> checks) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("floor", Floor.of(checks).summary());
        report.put("checks", checks.stream().map(DoctorCommand::object).toList());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(report)
                + System.lineSeparator();
    }

    private static Map<String, String> object(Check check) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("name", check.name());
        object.put("status", check.status().name().toLowerCase(Locale.ROOT));
        object.put("detail", check.detail());
        object.put("remedy", check.remedy());
        return object;
    }
}
