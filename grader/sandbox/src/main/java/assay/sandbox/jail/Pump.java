package assay.sandbox.jail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries bytes from one stream to another, on a thread of its own, until either ends. */
public final class Pump {
    private static final Logger logger = LoggerFactory.getLogger(Pump.class);
    private static final int BUFFER = 8192;

    private Pump() {}

    /** Closes both streams at the end. */
    public static void start(String name, InputStream from, OutputStream to) {
        Thread.ofVirtual().name(name).start(() -> carry(from, to));
    }

    private static void carry(InputStream from, OutputStream to) {
        try (from;
                to) {
            byte[] buffer = new byte[BUFFER];
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException e) {
            logger.debug("a stream of a child process broke: {}", e.getMessage());
        }
    }
}
