package assay.server;

import assay.core.domain.GraderFault;
import assay.server.store.GradingState;
import assay.server.store.Store;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;

/** What is counted and timed; never by person or submission, whose names are nobody's business there. */
final class Meters {
    private Meters() {}

    static PrometheusMeterRegistry of(Store store) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        for (GradingState state : List.of(GradingState.WAITING, GradingState.RUNNING, GradingState.SET_ASIDE)) {
            Gauge.builder("assay.queue", store, from -> count(from, state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("gradings that are in that state")
                    .register(meters);
        }
        return meters;
    }

    private static double count(Store store, GradingState state) {
        try {
            return store.read(tx -> tx.gradings().count(state));
        } catch (GraderFault unreachable) {
            return Double.NaN;
        }
    }
}
