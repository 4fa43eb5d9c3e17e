package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.port.Sandbox;
import assay.sandbox.image.RootFolders;
import assay.sandbox.image.SandboxRoots;
import assay.sandbox.oci.OciSandbox;
import assay.sandbox.oci.OciSettings;
import java.nio.file.Path;
import java.time.InstantSource;

/** Sees to the root file systems, and opens the sandbox that makes containers without an engine. */
final class RuntimeContainers {
    /** For root, whose own folders nobody else may enter, a container's user included. */
    private static final Path OF_THE_SYSTEM = Path.of("/var/lib/assay/roots");

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
        if (!options.base.isEmpty()) {
            throw new UsageProblem("--sandbox oci takes the installed JDK and no image: leave --base out.");
        }
        RootFolders roots = new SandboxRoots(folder(), clock, console::say).ensure();
        return OciSandbox.open(roots, new OciSettings(options.runtime, ahead));
    }

    private Path folder() {
        Path own = installation.cache().resolve("roots");
        return RootFolders.openToAll(own) ? own : OF_THE_SYSTEM;
    }
}
