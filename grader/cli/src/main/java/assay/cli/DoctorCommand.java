package assay.cli;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Says what this machine can enforce.")
final class DoctorCommand implements Callable<Integer> {
    private final Workbench bench;

    DoctorCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        throw new IllegalStateException("" + bench);
    }
}
