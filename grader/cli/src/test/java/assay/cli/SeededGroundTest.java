package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.DataSize;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.TrainingGround;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingWatcher;
import assay.kernels.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeededGroundTest {
    private final List<TrainingOrder> orders = new ArrayList<>();

    @Test
    void only_the_seed_is_another() {
        TrainingOrder order = new TrainingOrder(
                42,
                List.of(0, 100),
                new TrainingOrder.Probe(new LinkedHashMap<>(Map.of("w", Tensor.scalar(1))), Tensor.scalar(2), false),
                new LinkedHashMap<>());
        TrainingSpec spec = new TrainingSpec(
                "lenet",
                "mnist",
                1,
                Duration.ofMinutes(1),
                DataSize.ofMebibytes(2048),
                false,
                List.of(),
                Optional.empty());

        new SeededGround(new Recording(), 7).train(new Classes(List.of()), spec, order, new Deaf());

        assertThat(orders).containsExactly(new TrainingOrder(7, order.rateSteps(), order.probe(), order.start()));
    }

    /** Trains nothing. */
    private final class Recording implements TrainingGround {
        @Override
        public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
            return new CompileOutcome.Rejected("not asked for", List.of());
        }

        @Override
        public TrainingRun train(Classes classes, TrainingSpec spec, TrainingOrder order, TrainingWatcher watcher) {
            orders.add(order);
            return new TrainingRun(Optional.empty(), List.of(), new TrainingRun.End.Finished(), "");
        }

        @Override
        public Map<String, String> description() {
            return Map.of();
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }

    private static final class Deaf implements TrainingWatcher {
        @Override
        public void announced(TrainingRun.Announced announced) {
            // Nothing is announced.
        }

        @Override
        public String epoch(TrainingRun.Epoch epoch) {
            return "";
        }
    }
}
