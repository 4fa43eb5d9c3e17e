package assay.core.assignment;

import assay.core.late.LatePolicy;
import assay.core.late.LatePolicy.Basis;
import assay.core.late.LatePolicy.PerDay;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code late: none} or {@code late: { per-day: 15%, basis: earned, cutoff: 7d, grace: 0s }}. */
final class LateReader {
    private static final List<String> KEYS = List.of("per-day", "basis", "cutoff", "grace");
    /** In the order of {@link Basis}. */
    private static final List<String> BASES = List.of("earned", "earned-compound", "maximum");

    private LateReader() {}

    static Optional<LatePolicy> policy(YamlValue value) {
        if (value.is("none")) {
            return Optional.of(new LatePolicy.None());
        }
        return value.isMapping()
                ? value.object().map(LateReader::perDay)
                : value.problem("must be 'none' or a mapping such as { per-day: 15%, basis: earned, cutoff: 7d }");
    }

    private static LatePolicy perDay(YamlObject late) {
        late.allow(KEYS);
        BigDecimal rate = late.required("per-day")
                .flatMap(value -> value.written(Units.PERCENT, Units::percent))
                .orElse(BigDecimal.ZERO);
        Basis basis = late.required("basis")
                .flatMap(value -> value.oneOf(BASES, "basis"))
                .map(name -> Basis.values()[BASES.indexOf(name)])
                .orElse(Basis.EARNED);
        Optional<Duration> cutoff =
                late.optional("cutoff").flatMap(value -> value.written(Units.DURATION, Units::duration));
        Optional<YamlValue> graceValue = late.optional("grace");
        Duration grace = graceValue
                .flatMap(value -> value.written(Units.DURATION, Units::duration))
                .orElse(Duration.ZERO);
        if (cutoff.filter(limit -> limit.compareTo(grace) <= 0 && !grace.isZero())
                .isPresent()) {
            graceValue.ifPresent(value -> value.problem("must be less than the cutoff"));
        }
        return new PerDay(rate, basis, cutoff, grace);
    }
}
