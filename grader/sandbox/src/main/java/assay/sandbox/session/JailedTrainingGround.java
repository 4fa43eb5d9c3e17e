package assay.sandbox.session;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.TrainingGround;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingWatcher;
import assay.kernels.Tensor;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromTrainer;
import assay.sandbox.train.ImageCounts;
import assay.sandbox.train.TrainerJails;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The training ground over whatever starts jails. */
public final class JailedTrainingGround implements TrainingGround {
    /**
     * For a JVM to come up, with half a gigabyte of PyTorch; much, because the machine may be busy and it is nobody's
     * fault: at a load of 15 on two processors it took more than two minutes.
     */
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    /** Of one frame from a trainer, for whatever is not weights, and for a network that is quite another. */
    private static final long FRAME_AT_LEAST = 4L << 20;

    /** A network that misses a pooling layer or two is still told what is wrong with it. */
    private static final long TIMES_THE_WEIGHTS = 8;

    private static final long FRAME_AT_MOST = 64L << 20;

    private final TrainerJails jails;
    private final ImageCounts images;
    private final CompilerPool compilers;
    private volatile boolean closed;

    /** @param jails closed with this ground */
    public JailedTrainingGround(TrainerJails jails, ImageCounts images) {
        this.jails = requireNonNull(jails, "jails is null");
        this.images = requireNonNull(images, "images is null");
        this.compilers = new CompilerPool(this::compiler, this::checkOpen);
    }

    @Override
    public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        checkOpen();
        return compilers.compile(sources, limits);
    }

    @Override
    public TrainingRun train(Classes classes, TrainingSpec spec, TrainingOrder order, TrainingWatcher watcher) {
        checkOpen();
        try (Line<FromTrainer> line = Line.toTrainer(
                        jails.trainer(spec.memory(), spec.data(), spec.gpu()), maxFrame(order))
                .greet(READY_WITHIN)) {
            return new TrainSession(line, spec, spec.gpu() && jails.hasGpu(), watcher, this::checkOpen)
                    .run(Translation.train(classes, spec, order, images.of(spec.data())));
        }
    }

    @Override
    public Map<String, String> description() {
        return jails.description();
    }

    @Override
    public void close() {
        closed = true;
        jails.close();
    }

    /** By the network that is asked for: the host makes room for what comes, several times, and for several students. */
    static int maxFrame(TrainingOrder order) {
        long weights = order.probe().weights().values().stream()
                        .mapToLong(Tensor::size)
                        .sum()
                * Float.BYTES;
        return (int) Math.min(FRAME_AT_LEAST + TIMES_THE_WEIGHTS * weights, FRAME_AT_MOST);
    }

    private Line<FromCompiler> compiler() {
        return Line.toCompiler(jails.compiler(CompilerPool.MEMORY)).greet(READY_WITHIN);
    }

    private void checkOpen() {
        if (closed) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "train a network", "the ground has been closed");
        }
    }
}
