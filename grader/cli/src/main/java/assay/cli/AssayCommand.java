package assay.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the commands; alone, it prints what there is. */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Grades neural-network kernels that students wrote in Java, in locked containers, against PyTorch.",
        subcommands = {
            DemoCommand.class,
            GradeCommand.class,
            CheckCommand.class,
            TrainCommand.class,
            DataCommand.class,
            AssignmentCommand.class,
            ManualCommand.class,
            SimilarCommand.class,
            ServeCommand.class,
            WorkerCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            GenerateCompletion.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, and there is something to look at",
            "2:the command or one of its files is wrong",
            "3:something of Assay's own is broken"
        })
final class AssayCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
