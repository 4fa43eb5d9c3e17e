package assay.core.report;

import assay.core.compare.TensorComparison;
import assay.core.domain.Points;
import assay.core.domain.Provenance;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** How our records look in JSON, kept out of the records: names are fixed here and never taken from a class. */
final class GradingMixIns {
    private GradingMixIns() {}

    static JsonMapper.Builder addTo(JsonMapper.Builder builder) {
        return builder.addMixIn(Points.class, AsNumber.class)
                .addMixIn(Provenance.class, AsMap.class)
                .addMixIn(TensorComparison.class, ByKind.class);
    }

    /** As its decimal number. */
    abstract static class AsNumber {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsNumber(@SuppressWarnings("unused") BigDecimal value) {}

        @JsonValue
        abstract BigDecimal value();
    }

    /** As its entries alone. */
    abstract static class AsMap {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsMap(@SuppressWarnings("unused") Map<String, String> entries) {}

        @JsonValue
        abstract Map<String, String> entries();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TensorComparison.ShapeMismatch.class, name = "shape-mismatch"),
        @JsonSubTypes.Type(value = TensorComparison.Weighed.class, name = "weighed")
    })
    interface ByKind {}
}
