package assay.runner.frame;

import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** One frame of each kind, and their bytes. */
final class Frames {
    static final long NONCE = 0x0102030405060708L;
    static final int MAX_OUTPUT = 1024 * 1024;

    private Frames() {}

    static List<Frame> all() {
        ClassFile file = new ClassFile("student.Conv$1", new byte[] {1, 2, 3});
        FromCompiler.Message message =
                new FromCompiler.Message(true, "a/Conv.java", 3, 14, "';' expected", "  int é = 1");
        return List.of(
                new Hello(),
                new Ready(),
                new Exhausted(),
                new ToCompiler.Compile(List.of(
                        new ToCompiler.Source("Conv.java", "class Conv { /* 🦉 */ }"), new ToCompiler.Source("", ""))),
                new FromCompiler.Compiled(List.of(file, file), List.of(message)),
                new FromCompiler.Rejected("the compiler found 1 error", List.of(message, message)),
                new ToRunner.Load(List.of(file)),
                conv(),
                new ToRunner.Call(
                        2,
                        0,
                        Kernel.CROSS_ENTROPY,
                        Optional.empty(),
                        List.of(
                                new Argument.OfTensor(Tensor.of(new float[] {Float.NaN, -0.0f}, 1, 2)),
                                new Argument.OfInts(new int[] {1, -1}))),
                new FromRunner.Loaded(List.of(
                        new FromRunner.Implementation(Kernel.RELU, Optional.of(Form.Kind.VECTOR), "student.Relu"),
                        new FromRunner.Implementation(Kernel.CONV2D, Optional.empty(), "Conv"))),
                new FromRunner.Started(-1),
                new FromRunner.Returned(7, Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 2, 3), true, false),
                new FromRunner.Returned(8, Tensor.scalar(0.5f), false, true),
                new FromRunner.Returned(9, Tensor.zeros(3, 0, 2), false, false),
                new FromRunner.Threw(
                        9,
                        Failure.STACK_OVERFLOW,
                        "java.lang.StackOverflowError",
                        "",
                        List.of("Conv.a(Conv.java:1)"),
                        true),
                new ToTrainer.Train(
                        List.of(file),
                        new ToTrainer.Images(50_000, 3, 32, 32),
                        20,
                        -5L,
                        true,
                        List.of(0, 32_000),
                        new ToTrainer.Probe(List.of(Tensor.scalar(1f), Tensor.zeros(2, 3)), Tensor.zeros(1, 3, 4, 4))),
                new FromTrainer.Announced(
                        "student.Cnn",
                        20,
                        128,
                        List.of(0.1f, Float.NaN),
                        Optional.of(Tensor.zeros(1, 10)),
                        "",
                        new byte[] {1, 2}),
                new FromTrainer.Announced("C", 0, -1, List.of(), Optional.empty(), "no", new byte[0]),
                new FromTrainer.EpochDone(3, 391, 1.5f, new byte[] {9}),
                new FromTrainer.Finished(),
                new FromTrainer.Failed(Failure.EXCEPTION, "java.lang.Error", "é", List.of("Cnn.step(Cnn.java:3)")));
    }

    private static ToRunner.Call conv() {
        return new ToRunner.Call(
                1,
                3,
                Kernel.AVG_POOL2D,
                Optional.of(Form.Kind.SCALAR),
                List.of(
                        new Argument.OfTensor(Tensor.zeros(2, 3, 4, 5)),
                        new Argument.OfInt(2),
                        new Argument.OfInt(-1),
                        new Argument.OfInt(0),
                        new Argument.OfBoolean(true)));
    }

    static byte[] bytes(Frame frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new FrameWriter(out, NONCE).write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Reads one frame in the direction that it goes in; a greeting comes first where one is due. */
    static Frame read(Class<? extends Frame> direction, byte[] bytes) throws IOException, MalformedFrameException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        if (direction == FromCompiler.class) {
            return FrameReader.fromCompiler(in, NONCE).read();
        }
        if (direction == FromRunner.class) {
            return FrameReader.fromRunner(in, NONCE, MAX_OUTPUT).read();
        }
        if (direction == FromTrainer.class) {
            return FrameReader.fromTrainer(in, NONCE, MAX_OUTPUT).read();
        }
        FrameReader<?> reader = toProcess(direction, greeted(in));
        reader.read();
        return reader.read();
    }

    static Class<? extends Frame> direction(Frame frame) {
        return switch (frame) {
            case FromCompiler f -> FromCompiler.class;
            case FromRunner f -> FromRunner.class;
            case ToCompiler f -> ToCompiler.class;
            case ToRunner f -> ToRunner.class;
            case FromTrainer f -> FromTrainer.class;
            case ToTrainer f -> ToTrainer.class;
        };
    }

    private static FrameReader<?> toProcess(Class<? extends Frame> direction, SequenceInputStream in) {
        if (direction == ToTrainer.class) {
            return FrameReader.toTrainer(in);
        }
        return direction == ToCompiler.class ? FrameReader.toCompiler(in) : FrameReader.toRunner(in);
    }

    private static SequenceInputStream greeted(ByteArrayInputStream in) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes(new Hello())), in);
    }
}
