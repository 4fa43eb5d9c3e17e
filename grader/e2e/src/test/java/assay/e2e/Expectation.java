package assay.e2e;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a sample's {@code expect.yaml} holds the grader to. */
record Expectation(
        String about,
        String verdict,
        Optional<BigDecimal> total,
        Optional<BigDecimal> raw,
        @Nullable Map<String, OfPart> parts) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What is expected of one part; {@code misconception} is the name of a wrong variant. */
    record OfPart(Optional<String> verdict, Optional<BigDecimal> earned, Optional<String> misconception) {}

    /** Of a sample that is a folder, or a zip with {@code expect.yaml} at its top. A sample without one is an error. */
    static Expectation of(Path samples, String student) throws IOException {
        Path folder = samples.resolve(student);
        if (Files.isDirectory(folder)) {
            return read(folder);
        }
        try (FileSystem zip = FileSystems.newFileSystem(samples.resolve(student + ".zip"))) {
            return read(zip.getPath("/"));
        }
    }

    private static Expectation read(Path folder) throws IOException {
        return YAML.readValue(Files.readString(folder.resolve("expect.yaml")), Expectation.class);
    }

    Map<String, OfPart> ofParts() {
        return requireNonNullElse(parts, Map.of());
    }
}
