package assay.core.pipeline;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.ReferenceNetworks;
import assay.core.port.TrainingGround;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingRun.Announced;
import assay.core.port.TrainingRun.End;
import assay.core.port.TrainingRun.Epoch;
import assay.core.port.TrainingWatcher;
import assay.kernels.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A ground on which a run goes as a test says, and networks that measure what stands in the first byte of the weights:
 * so many hundreds of 10,000 images are right, and the loss is a tenth of what is left.
 */
final class ScriptedTraining implements TrainingGround, ReferenceNetworks {
    static final int UNFIT = 101;
    static final int NOT_FINITE = 102;

    Optional<Tensor> output = Optional.of(Tensor.scalar(1));
    List<Tensor> inTraining = List.of();
    Optional<Tensor> expectedInTraining = Optional.of(Tensor.scalar(2));
    SequencedMap<String, Tensor> startedWith = new LinkedHashMap<>();
    String problem = "";
    List<Float> rates = List.of();
    int epochs = 3;
    int before = 10;
    List<Integer> after = List.of(40, 60, 76);
    End end = new End.Finished();
    boolean announces = true;
    String printed = "";
    /** How many runs fail through a fault of ours. */
    int broken;

    int trained;
    Duration gpuTime = Duration.ZERO;
    /** Of the last epoch, where it is not in hundreds. */
    Optional<Integer> correct = Optional.empty();

    Trainings trainings() {
        return Trainings.of(this, this);
    }

    @Override
    public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        return new CompileOutcome.Compiled(new Classes(List.of()), List.of());
    }

    @Override
    public TrainingRun train(Classes classes, TrainingSpec spec, TrainingOrder order, TrainingWatcher watcher) {
        trained++;
        startedWith = order.start();
        if (trained <= broken) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "train", "the engine is gone");
        }
        if (!announces) {
            return new TrainingRun(Optional.empty(), List.of(), end, printed);
        }
        Announced announced = new Announced("Cnn", epochs, 128, rates, output, inTraining, problem, weights(before));
        watcher.announced(announced);
        List<Epoch> done = new ArrayList<>();
        for (int number = 1; number <= after.size(); number++) {
            Epoch epoch =
                    new Epoch(number, 3f / number, Duration.ofSeconds(10L * number), weights(after.get(number - 1)));
            done.add(epoch);
            String why = watcher.epoch(epoch);
            if (!why.isEmpty()) {
                return new TrainingRun(Optional.of(announced), done, new End.Stopped(why), "");
            }
        }
        return new TrainingRun(Optional.of(announced), done, end, printed, gpuTime);
    }

    @Override
    public Probe probe(TrainingSpec spec, long seed) {
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("conv1.weight", Tensor.scalar(2));
        weights.put("fc1.weight", Tensor.scalar(-7));
        return new Probe(weights, Tensor.scalar(3), Tensor.scalar(1), expectedInTraining);
    }

    @Override
    public Measured measure(TrainingSpec spec, byte[] weights, int images) {
        int right = weights[0] & 0xff;
        if (right == UNFIT) {
            return new Measured.Unfit(List.of("conv1.weight has the shape [8, 3, 3, 3] instead of [16, 3, 3, 3]"));
        }
        if (right == NOT_FINITE) {
            return new Measured.NotFinite("conv1.bias holds NaN at number 0");
        }
        int total = Math.min(images, 10_000);
        int counted = total < 10_000 ? right * total / 100 : correct.orElse(100 * right);
        double share = (double) counted / total;
        return new Measured.Accuracy(counted, total, (1 - share) / 10, share - 0.01, share + 0.01);
    }

    @Override
    public Map<String, Tensor> weights(TrainingSpec spec, byte[] weights) {
        return Map.of("conv1.weight", Tensor.scalar(1), "fc1.weight", Tensor.scalar(weights[0]));
    }

    @Override
    public Map<String, String> description(TrainingSpec spec) {
        return Map.of("data." + spec.data(), "some");
    }

    @Override
    public Map<String, String> description() {
        return Map.of("kind", "scripted");
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    private static byte[] weights(int right) {
        return new byte[] {(byte) right};
    }
}
