package assay.sandbox.testing;

import assay.sandbox.image.RootFolders;
import assay.sandbox.image.SandboxRoots;
import assay.sandbox.image.TrainerRoots;
import assay.sandbox.train.TrainerKit;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The unpacked root file systems for tests that make containers without an engine, one set for a JVM. */
public final class ReadyRoots {
    private static final Logger logger = LoggerFactory.getLogger(ReadyRoots.class);

    private ReadyRoots() {}

    public static RootFolders get() {
        return OfRoots.ROOTS;
    }

    /** That of trainers. */
    public static RootFolders training(TrainerKit kit) {
        return new TrainerRoots(Path.of("/var/lib/assay-oci/trainers"), InstantSource.system(), logger::info)
                .ensure(kit);
    }

    /** Only root makes such containers, and what root has in its own home no container's user may enter. */
    private static final class OfRoots {
        static final RootFolders ROOTS =
                new SandboxRoots(Path.of("/var/lib/assay-oci/roots"), InstantSource.system(), logger::info).ensure();
    }
}
