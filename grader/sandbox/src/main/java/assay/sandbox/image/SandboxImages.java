package assay.sandbox.image;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
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
 * Sees to it that the images are there. They are named by a digest over all that goes into them, so that looking costs
 * two questions to the engine, and nothing is built again that has not changed.
 */
public final class SandboxImages {
    static final int NAME_LENGTH = 24;

    private final Engine engine;
    private final Path work;
    private final Consumer<String> progress;

    /**
     * @param work a folder that is ours, on a disk with 500 MB to spare; made if it is missing
     * @param progress gets a sentence before something takes time
     */
    public SandboxImages(Engine engine, Path work, Consumer<String> progress) {
        this.engine = requireNonNull(engine, "engine is null");
        this.work = requireNonNull(work, "work is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    /** The images from where this machine and engine can best take them. */
    public Images ensure() {
        return ensure(ImageSource.ofThisMachine(engine.os(), engine.architecture()));
    }

    /** The images, built unless they are there. Two processes at once build once. */
    public Images ensure(ImageSource source) {
        BuildContext context = BuildContext.ofThisProgram();
        String name = context.digest(source.identity()).substring(0, NAME_LENGTH);
        return find(name, source).orElseGet(() -> buildAlone(context, name, source));
    }

    private Images buildAlone(BuildContext context, String name, ImageSource source) {
        try {
            Files.createDirectories(work);
            try (FileChannel channel = FileChannel.open(
                            work.resolve("images.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid() : "held until here";
                return find(name, source).orElseGet(() -> build(context, name, source));
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "build the sandbox images", e);
        }
    }

    private Images build(BuildContext context, String name, ImageSource source) {
        progress.accept("building the sandbox images from " + source.describe() + ", this once");
        try (ImageBuild build = new ImageBuild(engine, work)) {
            for (ImageKind kind : ImageKind.SANDBOX) {
                build.build(context::writeTo, source, kind, name);
            }
        }
        new OldImages(engine).prune();
        return find(name, source)
                .orElseThrow(() -> new GraderFault(
                        GraderFault.Code.IMAGE, "build the sandbox images", "they are not there afterwards"));
    }

    private Optional<Images> find(String name, ImageSource source) {
        return id(ImageKind.RUN, name)
                .flatMap(
                        run -> id(ImageKind.COMPILE, name).map(compile -> new Images(run, compile, source.describe())));
    }

    private Optional<String> id(ImageKind kind, String name) {
        try {
            return Optional.ofNullable(
                    engine.client().inspectImageCmd(kind.tag(name)).exec().getId());
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "look for the sandbox images", e);
        }
    }
}
