package assay.jmh;

import assay.kernels.Tensor;
import assay.runner.frame.Frame;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.FromRunner;
import assay.runner.frame.MalformedFrameException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An output as a frame, there and back. An operation is a byte of the output: ops/ns are GB/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrameBenchmark {
    private static final int NUMBERS = 1 << 16;
    private static final int BYTES = NUMBERS * Float.BYTES;
    private static final long NONCE = 42;

    private final FromRunner.Returned answer = new FromRunner.Returned(1, Tensor.zeros(1, 16, 64, 64), false, false);
    private final FrameWriter nowhere = new FrameWriter(OutputStream.nullOutputStream(), NONCE);
    private byte[] written = {};

    @Setup
    public void write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new FrameWriter(bytes, NONCE).write(answer);
        written = bytes.toByteArray();
    }

    @Benchmark
    @OperationsPerInvocation(BYTES)
    public void encode() throws IOException {
        nowhere.write(answer);
    }

    /** With a reader of its own, whose buffer is of the allocation that the profiler shows. */
    @Benchmark
    @OperationsPerInvocation(BYTES)
    public Frame decode() throws IOException, MalformedFrameException {
        return FrameReader.fromRunner(new ByteArrayInputStream(written), NONCE, Integer.MAX_VALUE)
                .read();
    }
}
