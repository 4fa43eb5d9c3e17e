package assay.sandbox.process;

import assay.core.port.Sandbox;
import assay.sandbox.session.JailedSandbox;
import java.nio.file.Path;
import java.util.Optional;

/** The sandbox over child processes. */
public final class ProcessSandbox {
    private ProcessSandbox() {}

    /** With the JDK that runs this. */
    public static Sandbox open() {
        return open(Path.of(System.getProperty("java.home")), 0);
    }

    /**
     * @param javaHome of a JDK 25 with a compiler
     * @param ahead how many runners are started before they are asked for
     */
    public static Sandbox open(Path javaHome, int ahead) {
        return new JailedSandbox(new ProcessJails(javaHome, Optional.empty()), ahead);
    }

    /**
     * With children that run as another user, who cannot read what is ours: for a machine that is thrown away after each
     * submission, as Gradescope's are. Needs to be root, and {@code setpriv} of util-linux.
     */
    public static Sandbox openAs(String user) {
        return new JailedSandbox(new ProcessJails(Path.of(System.getProperty("java.home")), Optional.of(user)), 0);
    }
}
