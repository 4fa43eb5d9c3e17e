package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.golden.data.DataFileException;
import assay.golden.data.DataSet;
import assay.golden.data.DataSummary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Reads a data set from end to end and says whether it is whole and the official one.")
final class DataVerifyCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "SET", description = "cifar10 or mnist")
    private String id = "";

    DataVerifyCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        DataSet set = named(id);
        try {
            DataSummary summary = DataSummary.of(bench.data(), set);
            bench.console().out().println(summary.text());
            bench.console().out().flush();
            return summary.balanced() ? ExitCode.DONE : ExitCode.LOOK;
        } catch (DataFileException e) {
            throw new UsageProblem(e.explanation());
        }
    }

    static DataSet named(String id) {
        return DataSet.named(id)
                .orElseThrow(() -> new UsageProblem(
                        "There is no data set '%s'. Known are: %s.".formatted(id, String.join(", ", DataSet.ids()))));
    }
}
