package assay.sandbox.image;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
import assay.sandbox.train.TrainerKit;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sees to it that the image that trains is there: a JDK, our jars, DJL's, and PyTorch's libraries. It has some 600 MB
 * and is built only where something trains, from what lies on this machine; no registry is asked.
 */
public final class TrainerImage {
    private static final int NAME_LENGTH = 24;

    private final Engine engine;
    private final Path work;
    private final Consumer<String> progress;

    /**
     * @param work a folder that is ours, on a disk with 2 GB to spare; made if it is missing
     * @param progress gets a sentence before something takes time
     */
    public TrainerImage(Engine engine, Path work, Consumer<String> progress) {
        this.engine = requireNonNull(engine, "engine is null");
        this.work = requireNonNull(work, "work is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    /** The image's id, which says its whole content; built unless it is there. */
    public String ensure(TrainerKit kit, ImageSource source) {
        TrainerContext context = TrainerContext.of(kit);
        String name = context.digest(source.identity()).substring(0, NAME_LENGTH);
        return id(name).orElseGet(() -> buildAlone(context, name, source));
    }

    private String buildAlone(TrainerContext context, String name, ImageSource source) {
        try {
            Files.createDirectories(work);
            try (FileChannel channel = FileChannel.open(
                            work.resolve("images.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid() : "held until here";
                return id(name).orElseGet(() -> build(context, name, source));
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "build the trainer's image", e);
        }
    }

    private String build(TrainerContext context, String name, ImageSource source) {
        progress.accept("building the trainer's image from " + source.describe() + ", this once");
        try (ImageBuild build = new ImageBuild(engine, work)) {
            build.build(context::writeTo, source, ImageKind.TRAIN, name);
        }
        new OldImages(engine).prune();
        return id(name).orElseThrow(() ->
                new GraderFault(GraderFault.Code.IMAGE, "build the trainer's image", "it is not there afterwards"));
    }

    private Optional<String> id(String name) {
        try {
            return Optional.ofNullable(engine.client()
                    .inspectImageCmd(ImageKind.TRAIN.tag(name))
                    .exec()
                    .getId());
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "look for the trainer's image", e);
        }
    }
}
