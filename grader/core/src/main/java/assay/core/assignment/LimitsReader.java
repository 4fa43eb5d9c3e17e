package assay.core.assignment;

import assay.core.domain.DataSize;
import assay.core.domain.Limits;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the limits; what is not said stays as {@link Limits#DEFAULT} has it. */
final class LimitsReader {
    private static final List<String> KEYS = List.of("compile", "case-cpu", "case-wall", "memory", "output");
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final DataSize LEAST_MEMORY = DataSize.ofMebibytes(64);
    private static final DataSize MOST_MEMORY = DataSize.ofMebibytes(64 * 1024);
    private static final DataSize LEAST_OUTPUT = DataSize.ofKibibytes(1);
    private static final DataSize MOST_OUTPUT = DataSize.ofMebibytes(64);

    private LimitsReader() {}

    static Optional<Limits> limits(YamlValue value) {
        return value.object().map(object -> {
            object.allow(KEYS);
            Limits limits = new Limits(
                    duration(object, "compile", Limits.DEFAULT.compile()),
                    duration(object, "case-cpu", Limits.DEFAULT.caseCpu()),
                    duration(object, "case-wall", Limits.DEFAULT.caseWall()),
                    size(object, "memory", Limits.DEFAULT.memory(), LEAST_MEMORY, MOST_MEMORY),
                    size(object, "output", Limits.DEFAULT.output(), LEAST_OUTPUT, MOST_OUTPUT));
            if (limits.caseWall().compareTo(limits.caseCpu()) < 0) {
                object.problem("case-wall must not be less than case-cpu ("
                        + limits.caseCpu().toMillis() + " ms)");
            }
            return limits;
        });
    }

    private static Duration duration(YamlObject object, String key, Duration otherwise) {
        return object.optional(key)
                .flatMap(value -> value.written(Units.DURATION, Units::duration)
                        .flatMap(limit -> limit.isZero() || limit.compareTo(LONGEST) > 0
                                ? value.problem("must be more than 0s and at most 1h")
                                : Optional.of(limit)))
                .orElse(otherwise);
    }

    private static DataSize size(YamlObject object, String key, DataSize otherwise, DataSize least, DataSize most) {
        return object.optional(key)
                .flatMap(value -> value.written(Units.SIZE, Units::size)
                        .flatMap(limit -> limit.bytes() < least.bytes() || limit.bytes() > most.bytes()
                                ? value.problem("must be from " + least + " to " + most)
                                : Optional.of(limit)))
                .orElse(otherwise);
    }
}
