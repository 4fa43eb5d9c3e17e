package assay.cli;

import assay.core.domain.GraderFault;
import assay.core.report.text.SafeText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point: {@code assay COMMAND}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        Path root =
                Path.of(System.getProperty("assay.root", ".")).toAbsolutePath().normalize();
        Installation installation =
                Installation.of(root, System.getenv(), Path.of(System.getProperty("user.home", ".")));
        Console console = new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Terminal.ofThisProcess());
        return commandLine(new Workbench(
                        installation,
                        console,
                        new SteadyClock(InstantSource.system(), System::nanoTime),
                        System.getenv()))
                .execute(arguments);
    }

    /** The whole command line; its commands work at that bench. */
    static CommandLine commandLine(Workbench bench) {
        CommandLine line = new CommandLine(new AssayCommand(), new CommandFactory(bench));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(bench.console().out());
        line.setErr(bench.console().err());
        line.setParameterExceptionHandler((problem, _) -> correct(problem));
        line.setExecutionExceptionHandler((problem, command, _) -> explain(problem, command));
        return line;
    }

    /** The problem must not be lost above a page of options, so the page is only named. */
    private static int correct(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(visible(problem.getMessage()));
        UnmatchedArgumentException.printSuggestions(problem, err);
        boolean choice = command.getCommandSpec().parent() == null
                || !command.getSubcommands().isEmpty();
        if (choice) {
            err.print(command.getUsageMessage(command.getColorScheme()));
        } else {
            err.printf("%s --help says more.%n", command.getCommandSpec().qualifiedName());
        }
        err.flush();
        return ExitCode.USAGE;
    }

    private static int explain(Exception problem, CommandLine command) {
        PrintWriter err = command.getErr();
        if (problem instanceof UsageProblem usage) {
            err.println(visible(usage.getMessage()));
            return ExitCode.USAGE;
        }
        if (problem instanceof GraderFault fault) {
            err.println(visible(fault.explanation()));
            return ExitCode.FAULT;
        }
        err.println("Something of Assay's own is broken; please report this: " + visible(problem.toString()));
        Arrays.stream(problem.getStackTrace()).limit(12).forEach(frame -> err.println("    at " + frame));
        causes(problem.getCause(), err);
        return ExitCode.FAULT;
    }

    /** Names of files stand in it, which strangers chose. */
    private static String visible(@Nullable String message) {
        return SafeText.visible(String.valueOf(message));
    }

    private static void causes(@Nullable Throwable cause, PrintWriter err) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            err.println("    caused by " + visible(at.toString()));
        }
    }
}
