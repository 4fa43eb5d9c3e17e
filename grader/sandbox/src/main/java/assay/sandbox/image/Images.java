package assay.sandbox.image;

import static java.util.Objects.requireNonNull;

/**
 * The images that containers are made of, by their ids, which say their whole content.
 *
 * @param source in words, e.g. {@code JDK 25.0.3+9-LTS} or {@code eclipse-temurin:25-jdk}
 */
public record Images(String run, String compile, String source) {
    public Images {
        requireNonNull(run, "run is null");
        requireNonNull(compile, "compile is null");
        requireNonNull(source, "source is null");
    }
}
