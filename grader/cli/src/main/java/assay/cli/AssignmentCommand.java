package assay.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "assignment",
        mixinStandardHelpOptions = true,
        description = "Works on assignments themselves.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AssignmentNewCommand.class,
            AssignmentPreviewCommand.class,
            AssignmentCheckCommand.class,
            AssignmentStarterCommand.class
        })
final class AssignmentCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
