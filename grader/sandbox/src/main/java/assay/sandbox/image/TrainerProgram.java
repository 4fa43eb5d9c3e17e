package assay.sandbox.image;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.sandbox.jail.JvmFlags;
import assay.sandbox.jail.Program;
import assay.sandbox.train.TrainerFlags;
import assay.sandbox.train.TrainerKit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How what trains is started in its image, by the paths that RootFs.java gives things.
 *
 * @param kit says what lies in the image
 * @param processors that training may use
 */
public record TrainerProgram(TrainerKit kit, int processors) {
    /** Where the training data is mounted. */
    public static final String DATA = "/data";

    private static final String JAVA = "/java/bin/java";
    private static final String FOLDER = "/assay/";

    public TrainerProgram {
        requireNonNull(kit, "kit is null");
    }

    /** Of the compiler, without the program itself, which an image has as its entry point. */
    public List<String> compilerArguments(DataSize memory) {
        List<String> arguments = new ArrayList<>(JvmFlags.of(Program.COMPILER, memory));
        arguments.addAll(List.of("-cp", classPath(), Program.COMPILER.mainClass()));
        kit.compile().forEach(jar -> arguments.add(FOLDER + kit.nameOf(jar)));
        return arguments;
    }

    /** Of the trainer, likewise. */
    public List<String> trainerArguments(DataSize memory) {
        List<String> arguments = new ArrayList<>(TrainerFlags.of(memory, processors));
        arguments.addAll(List.of("-DDJL_CACHE_DIR=/assay/djl", "-cp", classPath(), TrainerKit.MAIN, DATA));
        return arguments;
    }

    /** The whole command, of its arguments. */
    public static List<String> command(List<String> arguments) {
        return Stream.concat(Stream.of(JAVA), arguments.stream()).toList();
    }

    /** As {@code NAME=value}. */
    public static List<String> environment() {
        return TrainerFlags.ENVIRONMENT.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList();
    }

    private String classPath() {
        return String.join(
                ":",
                kit.run().stream()
                        .map(jar -> FOLDER + kit.nameOf(jar))
                        .distinct()
                        .toList());
    }
}
