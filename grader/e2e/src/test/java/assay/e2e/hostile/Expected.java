package assay.e2e.hostile;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a case's {@code expect.yaml} says.
 *
 * @param verdict allowed for the part that attacks
 * @param twin the innocent case nearest to it
 * @param earns the most that the attacking part may earn of its one point; else nothing, or all where AC is allowed
 * @param honest whether the other parts earn their points: {@code kept}, {@code lost} as with a compile error, or
 *     {@code any}
 * @param says what the whole record must hold
 * @param never what even the whole record must not hold
 * @param neverShown what nothing may hold that the student sees
 * @param wall the longest time in seconds from intake to result
 * @param onHost whether it may run in a process without a wall around it
 * @param slow whether it is left out of the normal build
 * @param idle whether it only waits until its wall time is over, so that it can wait beside the others
 * @param make files that are too large to be kept
 */
record Expected(
        String about,
        List<String> verdict,
        Optional<String> twin,
        Optional<BigDecimal> earns,
        Optional<String> honest,
        @Nullable List<String> says,
        @Nullable List<String> never,
        @Nullable List<String> neverShown,
        Optional<Integer> wall,
        boolean onHost,
        boolean slow,
        boolean idle,
        @Nullable List<FileRecipe> make,
        Optional<ArchiveRecipe> archive) {
    /** Two compilations, two stops of three calls and what a machine that is busy adds: beyond it something hangs. */
    private static final int LONGEST_SECONDS = 240;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    static Expected of(Path folder) {
        Path file = folder.resolve("expect.yaml");
        try {
            return YAML.readValue(Files.readString(file), Expected.class);
        } catch (IOException e) {
            throw new AssertionError("every case has an expect.yaml, but " + file + " cannot be read", e);
        }
    }

    BigDecimal most() {
        return earns.orElse(verdict.contains("AC") ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    Duration longest() {
        return Duration.ofSeconds(wall.orElse(LONGEST_SECONDS));
    }

    <T> List<T> allOf(@Nullable List<T> list) {
        return requireNonNullElse(list, List.of());
    }
}
