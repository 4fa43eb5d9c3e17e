package assay.jmh;

import assay.core.compare.TensorComparison;
import assay.core.compare.TensorWeighing;
import assay.core.compare.Tolerance;
import assay.kernels.Tensor;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An output weighed against its golden. An operation is a byte of the output: ops/ns are GB/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ComparisonBenchmark {
    private static final int NUMBERS = 1 << 16;
    private static final int BYTES = NUMBERS * Float.BYTES;
    private static final Tolerance TOLERANCE = new Tolerance(1e-8, 0);

    /** How many numbers differ: none, or so many that it does not match. */
    @Param({"0", "1000"})
    private int wrong;

    private Tensor golden;
    private Tensor output;

    @Setup
    public void draw() {
        Random random = new Random(1);
        float[] numbers = new float[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        golden = Tensor.of(numbers, 1, 16, 64, 64);
        output = golden.copy();
        for (int i = 0; i < wrong; i++) {
            output.data()[random.nextInt(NUMBERS)] += 1;
        }
    }

    @Benchmark
    @OperationsPerInvocation(BYTES)
    public TensorComparison compare() {
        return TensorWeighing.compare(golden, output, TOLERANCE);
    }
}
