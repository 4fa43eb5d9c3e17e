package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.golden.data.DataFetch;
import assay.golden.data.DataFileException;
import assay.golden.data.DataSet;
import assay.golden.data.DataSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = "Gets a data set: from its official source, or from a folder that has its files.")
final class DataFetchCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "SET", description = "cifar10 or mnist")
    private String id = "";

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "a folder with the official files, packed or not; nothing is downloaded then")
    private @Nullable Path from;

    DataFetchCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        DataSet set = DataVerifyCommand.named(id);
        DataFetch fetch = new DataFetch(bench.data(), bench.console()::say);
        try {
            Path folder = from;
            if (folder == null) {
                fetch.download(set);
            } else if (Files.isDirectory(folder)) {
                fetch.copy(set, folder);
            } else {
                throw new UsageProblem("--from: there is no folder " + folder + ".");
            }
            bench.console().out().println(DataSummary.of(bench.data(), set).text());
            bench.console().out().flush();
            return ExitCode.DONE;
        } catch (DataFileException e) {
            throw new UsageProblem(e.explanation());
        }
    }
}
