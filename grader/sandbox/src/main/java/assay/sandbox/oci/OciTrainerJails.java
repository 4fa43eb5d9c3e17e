package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.sandbox.image.RootFolders;
import assay.sandbox.image.TrainerProgram;
import assay.sandbox.jail.Bounds;
import assay.sandbox.jail.Jail;
import assay.sandbox.train.TrainerJails;
import assay.sandbox.train.TrainerKit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Starts containers that compile and train by a runtime's own command, locked as those of kernels are. No GPU is in them. */
public final class OciTrainerJails implements TrainerJails {
    /** Of all that is in /sys: without it, PyTorch does not know what the processor can do, and is slow. */
    private static final String PROCESSORS = "/sys/devices/system/cpu";

    private final OciContainers containers;
    private final TrainerProgram program;
    private final Function<String, Path> data;

    private OciTrainerJails(OciContainers containers, TrainerProgram program, Function<String, Path> data) {
        this.containers = requireNonNull(containers, "containers is null");
        this.program = requireNonNull(program, "program is null");
        this.data = requireNonNull(data, "data is null");
    }

    /**
     * Also removes what an earlier process of this machine left behind, if it is gone.
     *
     * @param roots with the one that trains
     * @param runtime its program, by name or path
     * @param kit says what lies in there
     * @param data the folder of a set's training data by its id; throws GraderFault where there is none
     * @throws assay.core.domain.GraderFault if this machine cannot do it; says why
     */
    public static OciTrainerJails open(RootFolders roots, String runtime, TrainerKit kit, Function<String, Path> data) {
        return new OciTrainerJails(
                OciContainers.open(roots, runtime),
                new TrainerProgram(kit, Runtime.getRuntime().availableProcessors()),
                data);
    }

    @Override
    public Jail compiler(DataSize memory) {
        return start(program.compilerArguments(memory), memory, Bounds.training(1), Map.of());
    }

    @Override
    public Jail trainer(DataSize memory, String set, boolean gpu) {
        return start(
                program.trainerArguments(memory),
                memory,
                Bounds.training(program.processors()),
                Map.of(TrainerProgram.DATA, data.apply(set).toAbsolutePath(), PROCESSORS, Path.of(PROCESSORS)));
    }

    @Override
    public boolean hasGpu() {
        return false;
    }

    @Override
    public Map<String, String> description() {
        Map<String, String> description = new TreeMap<>(containers.description());
        description.put("threads", Integer.toString(program.processors()));
        return description;
    }

    @Override
    public void close() {
        containers.close();
    }

    private Jail start(List<String> arguments, DataSize memory, Bounds bounds, Map<String, Path> shown) {
        return containers.start(new Cell(
                containers.roots().training(),
                TrainerProgram.command(arguments),
                TrainerProgram.environment(),
                memory,
                bounds,
                shown));
    }
}
