package assay.sandbox.image;

import assay.sandbox.engine.Engine;
import com.github.dockerjava.api.model.Image;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our images that nothing needs any more. */
final class OldImages {
    /** Of each kind; switching between two versions builds nothing. */
    private static final int KEPT = 2;

    private static final Logger logger = LoggerFactory.getLogger(OldImages.class);

    private final Engine engine;

    OldImages(Engine engine) {
        this.engine = engine;
    }

    /** Removes all but the newest; what a container is made of, the engine refuses to remove. */
    void prune() {
        for (ImageKind kind : ImageKind.values()) {
            byLabel(kind.target())
                    .sorted(Comparator.comparing(Image::getCreated).reversed())
                    .flatMap(image -> tags(image, kind))
                    .skip(KEPT)
                    .forEach(this::remove);
        }
        // What the builder of the Dockerfile leaves: a whole JDK.
        byLabel("rootfs")
                .filter(image -> tags(image).isEmpty())
                .map(Image::getId)
                .forEach(this::remove);
    }

    private Stream<Image> byLabel(String kind) {
        return engine.client().listImagesCmd().withLabelFilter(Map.of(ImageKind.LABEL, kind)).exec().stream();
    }

    private static Stream<String> tags(Image image, ImageKind kind) {
        return tags(image).stream().filter(tag -> tag.startsWith(kind.repository() + ":"));
    }

    private static List<String> tags(Image image) {
        String[] tags = image.getRepoTags();
        return tags == null
                ? List.of()
                : Arrays.stream(tags).filter(tag -> !tag.startsWith("<none>")).toList();
    }

    private void remove(String image) {
        try {
            engine.client().removeImageCmd(image).exec();
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            logger.debug("image {} stays: {}", image, e.getMessage());
        }
    }
}
