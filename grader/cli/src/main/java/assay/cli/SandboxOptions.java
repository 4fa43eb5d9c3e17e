package assay.cli;

import picocli.CommandLine.Option;

/** Options of every command that runs strangers' code. */
final class SandboxOptions {
    @Option(
            names = "--sandbox",
            paramLabel = "docker|oci|process",
            defaultValue = "docker",
            description =
                    "where submissions run (default: ${DEFAULT-VALUE}); oci makes the same containers by the runtime's"
                            + " own command, without an engine; process is for code that you trust")
    SandboxKind sandbox = SandboxKind.DOCKER;

    @Option(
            names = "--runtime",
            paramLabel = "runc|runsc",
            defaultValue = "runc",
            description = "the containers' runtime (default: ${DEFAULT-VALUE})")
    String runtime = "runc";

    @Option(
            names = "--base",
            paramLabel = "IMAGE",
            description =
                    "build the sandbox images from this JDK image, e.g. eclipse-temurin:25-jdk, rather than from the"
                            + " installed JDK")
    String base = "";

    @Option(
            names = {"-y", "--yes"},
            description = "go ahead without asking, also where a Docker engine has to be installed")
    boolean yes;

    @Option(
            names = "--below-floor",
            description =
                    "grade also where this machine does not enforce what strangers' code calls for (see assay doctor);"
                            + " the results say so")
    boolean belowFloor;

    /** The same, but for where submissions run. */
    SandboxOptions in(SandboxKind kind) {
        SandboxOptions options = new SandboxOptions();
        options.sandbox = kind;
        options.runtime = runtime;
        options.base = base;
        options.yes = yes;
        options.belowFloor = belowFloor;
        return options;
    }

    /** Where code runs. */
    enum SandboxKind {
        DOCKER,
        OCI,
        PROCESS
    }
}
