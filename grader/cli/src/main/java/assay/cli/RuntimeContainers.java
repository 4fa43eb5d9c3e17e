package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.port.Sandbox;
import assay.core.port.TrainingGround;
import assay.sandbox.image.RootFolders;
import assay.sandbox.image.SandboxRoots;
import assay.sandbox.image.TrainerRoots;
import assay.sandbox.oci.OciSandbox;
import assay.sandbox.oci.OciSettings;
import assay.sandbox.oci.OciTrainerJails;
import assay.sandbox.session.JailedTrainingGround;
import assay.sandbox.train.TrainerKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Sees to the root file systems, and opens the sandbox that makes containers without an engine. */
final class RuntimeContainers {
    /**
     * For root, whose own folders nobody else may enter, a container's user included; others enter their own there. Not
     * {@code /var/lib/assay}, which systemd gives to a service of that name and its user.
     */
    private static final Path OF_ROOT = Path.of("/var/lib/assay-oci");

    private final Installation installation;
    private final Console console;
    private final InstantSource clock;

    RuntimeContainers(Installation installation, Console console, InstantSource clock) {
        this.installation = requireNonNull(installation, "installation is null");
        this.console = requireNonNull(console, "console is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** @param ahead how many sandboxes are started before they are asked for */
    Sandbox open(SandboxOptions options, int ahead) {
        check(options);
        RootFolders roots = new SandboxRoots(folder("roots"), clock, console::say).ensure();
        return OciSandbox.open(roots, new OciSettings(options.runtime, ahead));
    }

    /** Sees to the root file system that trains, too; the data is shown from this machine. */
    TrainingGround openTraining(SandboxOptions options, TrainingData data) {
        check(options);
        TrainerKit kit = TrainerKit.ofThisProgram();
        RootFolders roots = new TrainerRoots(folder("trainers"), clock, console::say).ensure(kit);
        return new JailedTrainingGround(OciTrainerJails.open(roots, options.runtime, kit, data::prepared), data);
    }

    /** Before anything is made that takes time. */
    private static void check(SandboxOptions options) {
        if (!options.base.isEmpty()) {
            throw new UsageProblem("--sandbox oci takes the installed JDK and no image: leave --base out.");
        }
        OciSandbox.requirePossible();
    }

    private Path folder(String name) {
        Path own = existing(installation.cache()).resolve(name);
        return RootFolders.fit(own) || !Files.isWritable(Path.of("/var/lib")) ? own : OF_ROOT.resolve(name);
    }

    /** As the mask of who runs this would have it: it is not only for what every user may read. */
    private static Path existing(Path cache) {
        try {
            return Files.createDirectories(cache);
        } catch (IOException e) {
            return cache; // such as of a service that sees no home: unfit, or told when something is made in it
        }
    }
}
