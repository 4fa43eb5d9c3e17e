package assay.sandbox.docker;

import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Containers of ours, found by their labels. */
final class Leftovers {
    private static final Logger logger = LoggerFactory.getLogger(Leftovers.class);

    private final Engine engine;
    private final Owner here;

    Leftovers(Engine engine, Owner here) {
        this.engine = engine;
        this.here = here;
    }

    /** Removes those of processes that are gone, such as one that was killed; those of others stay. */
    void remove() {
        for (Container container : list(Map.of())) {
            Owner.of(container.getLabels())
                    .filter(owner ->
                            owner.isGone(here, Owner.Processes.ofThisHost(), run -> ContainerRun.isOver(engine, run)))
                    .ifPresent(owner -> {
                        logger.info(
                                "removing container {} of process {}, which is gone", container.getId(), owner.pid());
                        Removal.of(engine, container.getId());
                    });
        }
    }

    /** Removes all of one sandbox; where the engine is gone, the next run does it. */
    void removeAll(String sandbox) {
        try {
            list(Map.of(ContainerSpec.SANDBOX_LABEL, sandbox))
                    .forEach(container -> Removal.of(engine, container.getId()));
        } catch (GraderFault fault) {
            logger.warn("containers may be left until the next run: {}", fault.explanation());
        }
    }

    private List<Container> list(Map<String, String> labels) {
        try {
            return engine.client()
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(List.of(Owner.LABEL))
                    .withLabelFilter(labels)
                    .exec();
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "look for containers", e);
        }
    }
}
