package assay.sandbox.image;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Sees to it that the root file systems are there, without any engine: made from the installed JDK, once for each digest
 * over all that goes into them.
 */
public final class SandboxRoots {
    private final RootStore store;

    /**
     * @param work a folder that is ours, on a disk with 500 MB to spare; made if it is missing
     * @param progress gets a sentence before something takes time
     */
    public SandboxRoots(Path work, InstantSource clock, Consumer<String> progress) {
        this.store = new RootStore(work, clock, progress);
    }

    /** Of the JDK that runs this. */
    public RootFolders ensure() {
        return ensure(Path.of(System.getProperty("java.home")));
    }

    /** The root file systems, made unless they are there. Two processes at once make them once. */
    public RootFolders ensure(Path home) {
        ImageSource.FromJdk source = new ImageSource.FromJdk(home);
        BuildContext context = BuildContext.ofThisProgram();
        String digest = context.digest(source.identity()).substring(0, SandboxImages.NAME_LENGTH);
        return store.ensure("the sandbox's root file systems", source, digest, context::writeTo);
    }
}
