package assay.sandbox.image;

import assay.sandbox.train.TrainerKit;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Sees to it that the root file system that trains is there, without any engine: what {@link TrainerImage} puts into an
 * image, unpacked.
 */
public final class TrainerRoots {
    private final RootStore store;

    /**
     * @param work a folder that is ours and holds nothing else, on a disk with 2 GB to spare; made if it is missing
     * @param progress gets a sentence before something takes time
     */
    public TrainerRoots(Path work, InstantSource clock, Consumer<String> progress) {
        this.store = new RootStore(work, clock, progress);
    }

    /** Of the JDK that runs this. Two processes at once make it once. */
    public RootFolders ensure(TrainerKit kit) {
        ImageSource.FromJdk source = new ImageSource.FromJdk(Path.of(System.getProperty("java.home")));
        TrainerContext context = TrainerContext.of(kit);
        String digest = context.digest(source.identity()).substring(0, SandboxImages.NAME_LENGTH);
        return store.ensure("the trainer's root file system", source, digest, context::writeTo);
    }
}
