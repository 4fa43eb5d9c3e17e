package assay.sandbox.jail;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One started JVM in a container or child process, seen from outside: its streams, and what the kernel or the engine
 * says of it. Every method throws {@link assay.core.domain.GraderFault} where the jail itself fails, and nothing else.
 */
public interface Jail extends AutoCloseable {
    /** To its standard input; takes what is written at once, whether the process reads it or not. */
    OutputStream toProcess();

    /** From its standard output; ends when the process ends or is killed. */
    InputStream fromProcess();

    /** What it says on its standard error. */
    Printed printed();

    /**
     * Asks for the processor time of all that runs in it, since it started.
     *
     * @param answer gets it, or nothing where nobody can tell; once, on any thread
     */
    void cpu(Consumer<Optional<Duration>> answer);

    /** Ends it at once; its output ends too. */
    void kill();

    /** How it ended; to be asked after its output has ended. Waits that long at most, and then kills it. */
    Ending ending(Duration atMost);

    /** Ends it and sees to it that nothing is left of it; to be called by any thread, any number of times. */
    @Override
    void close();
}
