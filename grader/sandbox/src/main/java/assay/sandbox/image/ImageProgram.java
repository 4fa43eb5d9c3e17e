package assay.sandbox.image;

import assay.core.domain.DataSize;
import assay.sandbox.jail.JvmFlags;
import assay.sandbox.jail.Program;
import java.util.ArrayList;
import java.util.List;

/** How our programs are started in the images, by the paths that RootFs.java gives things. */
public final class ImageProgram {
    private static final String JAVA = "/java/bin/java";
    private static final String CLASS_PATH = "/assay/runner.jar:/assay/kernels.jar";
    private static final String KERNELS = "/assay/kernels.jar";

    /** Where it was made for, so that containers share its pages, and none has to write to each of them first. */
    private static final List<String> CACHE =
            List.of("-XX:AOTCache=/assay/classes.aot", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

    private ImageProgram() {}

    /** The whole command. */
    public static List<String> command(Program program, DataSize memory) {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(arguments(program, memory));
        return command;
    }

    /** Without the program itself, which an image has as its entry point. */
    public static List<String> arguments(Program program, DataSize memory) {
        List<String> arguments = new ArrayList<>(JvmFlags.of(program, memory));
        arguments.addAll(CACHE);
        arguments.add("-cp");
        arguments.add(CLASS_PATH);
        arguments.add(program.mainClass());
        if (program == Program.COMPILER) {
            arguments.add(KERNELS);
        }
        return arguments;
    }
}
