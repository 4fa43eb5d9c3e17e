package assay.cli;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Makes an assignment to start from, with statement, starter and solution, that can be published.")
final class AssignmentNewCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?");

    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ID", description = "small letters, digits and '-', such as ml-week3")
    private String id = "";

    AssignmentNewCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        if (!ID.matcher(id).matches()) {
            throw new UsageProblem("An id has at most 64 small letters, digits, '-' and '_': 'ml-week3', say.");
        }
        Path folder = bench.installation().newAssignment(id);
        List<Path> roots = List.of(
                folder, bench.installation().starter(id), bench.installation().samples(id));
        roots.stream().filter(Files::exists).findFirst().ifPresent(taken -> {
            throw new UsageProblem("There is a folder " + taken + " already.");
        });
        new AssignmentScaffold(id, bench.clock().instant())
                .write(
                        folder,
                        bench.installation().starter(id),
                        bench.installation().samples(id),
                        bench.installation().starterProject());
        bench.console().out().println("Made %s. Next:".formatted(folder));
        bench.console().out().println("  assay assignment check " + id);
        bench.console().out().println("  assay assignment preview " + id);
        bench.console().out().println("docs/authoring.md says how to go on.");
        return ExitCode.DONE;
    }
}
