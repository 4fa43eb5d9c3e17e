package assay.sandbox.process;

import assay.core.port.Sandbox;
import assay.sandbox.session.JailedSandbox;
import java.nio.file.Path;

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
        return new JailedSandbox(new ProcessJails(javaHome), ahead);
    }
}
