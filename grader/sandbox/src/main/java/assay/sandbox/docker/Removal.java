package assay.sandbox.docker;

import assay.sandbox.engine.Engine;
import com.github.dockerjava.api.exception.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a container, running or not. */
final class Removal {
    private static final Logger logger = LoggerFactory.getLogger(Removal.class);

    private Removal() {}

    /** Waits until it is gone. What cannot be removed is logged, and is a leftover for the next process. */
    static void of(Engine engine, String id) {
        try {
            engine.client()
                    .removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException e) {
            logger.debug("container {} is gone already", id);
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            logger.warn("could not remove container {}: {}", id, e.toString());
        }
    }
}
