package assay.sandbox.train;

import assay.core.domain.GraderFault;
import assay.kernels.Tensor;
import assay.runner.run.RunMain;
import assay.sandbox.jail.CodeSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jars that a trainer runs with.
 *
 * @param compile what a submission is compiled against: the kernels, the training API, DJL's API
 * @param run all of the trainer's class path, natives included
 */
public record TrainerKit(List<Path> compile, List<Path> run) {
    /** The trainer's main class, which this module does not see. */
    public static final String MAIN = "assay.trainer.TrainMain";

    private static final String API = "assay.training.TrainingTask";
    /** What a student's project needs of it to compile. */
    public static final List<String> API_CLASSES = List.of(
            "assay.training.HyperParameters",
            "assay.training.ImageBatch",
            "assay.training.Task",
            "assay.training.TrainingLoop",
            API);

    private static final String DJL = "ai.djl.engine.Engine";
    /** A class of each library that the trainer needs besides. */
    private static final List<String> LIBRARIES = List.of(
            "ai.djl.pytorch.engine.PtEngine",
            "com.google.gson.Gson",
            "com.sun.jna.Native",
            "org.apache.commons.compress.archivers.ArchiveEntry",
            "org.apache.commons.io.IOUtils",
            "org.slf4j.Logger");

    /** A resource of each jar that has no class. */
    private static final List<String> NATIVES = List.of("jnilib/pytorch.properties", "native/lib/pytorch.properties");

    public TrainerKit {
        compile = List.copyOf(compile);
        run = List.copyOf(run);
    }

    /**
     * As this program has them on its own class path.
     *
     * @throws GraderFault if one is not there
     */
    public static TrainerKit ofThisProgram() {
        List<Path> compile = List.of(CodeSource.of(Tensor.class), of(API), of(DJL));
        List<Path> run = new ArrayList<>(compile);
        run.add(of(MAIN));
        run.add(CodeSource.of(RunMain.class));
        LIBRARIES.forEach(library -> run.add(of(library)));
        NATIVES.forEach(natives -> run.add(ofResource(natives)));
        return new TrainerKit(compile, run);
    }

    /** What a jar or folder of the kit is called in an image, e.g. {@code kernels.jar}. */
    public String nameOf(Path path) {
        String name = String.valueOf(path.getFileName());
        if (name.endsWith(".jar")) {
            return name;
        }
        // A folder of classes, as in a build that makes no jars: target/classes says nothing.
        boolean built = path.endsWith(Path.of("target", "classes"));
        return path.getName(path.getNameCount() - (built ? 3 : 1)) + ".jar";
    }

    private static Path of(String className) {
        try {
            return CodeSource.of(Class.forName(className, false, TrainerKit.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw missing(className, e);
        }
    }

    /** The jar that has it. */
    private static Path ofResource(String name) {
        URL url = TrainerKit.class.getClassLoader().getResource(name);
        String text = url == null ? "" : url.toString();
        if (!text.startsWith("jar:file:") || !text.contains("!/")) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "find the trainer", name + " is in no jar of this program");
        }
        try {
            return Path.of(new URI(text.substring("jar:".length(), text.indexOf("!/"))));
        } catch (URISyntaxException e) {
            throw missing(name, e);
        }
    }

    private static GraderFault missing(String what, Exception e) {
        return new GraderFault(GraderFault.Code.SANDBOX, "find " + what + " for the trainer", e);
    }
}
