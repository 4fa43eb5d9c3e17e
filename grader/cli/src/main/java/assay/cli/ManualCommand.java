package assay.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "manual",
        mixinStandardHelpOptions = true,
        description = "Takes texts that a person grades out of the results, and the marks into them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ManualExportCommand.class, ManualImportCommand.class})
final class ManualCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
