package assay.sandbox.process;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.JvmFlags;
import assay.sandbox.jail.Program;
import assay.sandbox.train.TrainerFlags;
import assay.sandbox.train.TrainerJails;
import assay.sandbox.train.TrainerKit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Starts child JVMs that compile and train, for code of one's own. */
public final class ProcessTrainerJails implements TrainerJails {
    /** The driver's, where there is one. */
    private static final Path GPU = Path.of("/dev/nvidiactl");

    private final Path javaHome;
    private final TrainerKit kit;
    private final Function<String, Path> data;
    private final int threads;
    private final Set<ProcessJail> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param data the folder of a set's training data by its id; throws GraderFault where there is none
     * @param threads for PyTorch
     */
    public ProcessTrainerJails(Path javaHome, TrainerKit kit, Function<String, Path> data, int threads) {
        this.javaHome = requireNonNull(javaHome, "javaHome is null");
        this.kit = requireNonNull(kit, "kit is null");
        this.data = requireNonNull(data, "data is null");
        this.threads = threads;
    }

    @Override
    public Jail compiler(DataSize memory) {
        List<String> command = new ArrayList<>(JvmFlags.of(Program.COMPILER, memory));
        command.addAll(List.of("-cp", classPath(kit.run()), Program.COMPILER.mainClass()));
        kit.compile().forEach(jar -> command.add(jar.toString()));
        return start(command);
    }

    @Override
    public Jail trainer(DataSize memory, String set, boolean gpu) {
        List<String> command = new ArrayList<>(TrainerFlags.of(memory, threads));
        command.addAll(List.of(
                "-cp", classPath(kit.run()), TrainerKit.MAIN, data.apply(set).toString()));
        return start(command);
    }

    @Override
    public boolean hasGpu() {
        return Files.exists(GPU);
    }

    @Override
    public Map<String, String> description() {
        return Map.of("kind", "process", "java", Runtime.version().toString(), "threads", Integer.toString(threads));
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(open).forEach(ProcessJail::close);
    }

    private Jail start(List<String> arguments) {
        try {
            Path folder = Files.createTempDirectory("assay-trainer");
            List<String> command = new ArrayList<>();
            command.add(javaHome.resolve("bin").resolve("java").toString());
            command.add("-Djava.io.tmpdir=" + folder);
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            // HOME and DJL_CACHE_DIR say where DJL unpacks PyTorch; GPUs are found by the rest.
            builder.environment()
                    .keySet()
                    .removeIf(key -> key.startsWith("JAVA_") || key.startsWith("JDK_") || key.contains("SECRET"));
            builder.environment().putAll(TrainerFlags.ENVIRONMENT);
            ProcessJail jail = new ProcessJail(builder.start(), folder, open::remove);
            open.add(jail);
            if (closed) { // in the meantime, so that nobody will close it
                jail.close();
            }
            return jail;
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a trainer", e);
        }
    }

    private static String classPath(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
