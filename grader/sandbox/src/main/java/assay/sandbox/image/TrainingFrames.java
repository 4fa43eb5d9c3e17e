package assay.sandbox.image;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import assay.runner.frame.ClassFile;
import assay.runner.frame.Frame;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.Hello;
import assay.runner.frame.ToCompiler;
import assay.runner.frame.ToRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What each program hears while the image is built, for the classes that it loads then. */
final class TrainingFrames {
    private static final String SOURCE = """
            import assay.kernels.*;
            import java.util.*;

            class Warmup implements Relu, MaxPool2d {
                public Tensor relu(Tensor input) {
                    List<Float> kept = new ArrayList<>();
                    for (float number : input.data()) {
                        kept.add(number > 0 ? number : 0f);
                    }
                    kept.stream().map(number -> "" + number).forEach(System.out::println);
                    return input;
                }
            }
            """;

    private TrainingFrames() {}

    static byte[] ofRunner() throws IOException {
        Argument input = new Argument.OfTensor(Tensor.of(new float[] {-1, 2}, 1, 2));
        Argument targets = new Argument.OfInts(new int[] {1});
        return recorded(List.of(
                new Hello(),
                new ToRunner.Load(List.of(new ClassFile(Warmup.class.getName(), warmup()))),
                new ToRunner.Call(1, 1, Kernel.RELU, Optional.empty(), List.of(input)),
                new ToRunner.Call(2, 1, Kernel.CROSS_ENTROPY, Optional.empty(), List.of(input, targets)),
                new ToRunner.Call(3, 1, Kernel.SIGMOID, Optional.empty(), List.of(input))));
    }

    /** With an error in it, a missing method, and without. */
    static byte[] ofCompiler() throws IOException {
        return recorded(List.of(
                new Hello(),
                new ToCompiler.Compile(List.of(new ToCompiler.Source("Warmup.java", SOURCE))),
                new ToCompiler.Compile(
                        List.of(new ToCompiler.Source("Warmup.java", SOURCE.replace(", MaxPool2d", ""))))));
    }

    private static byte[] recorded(List<Frame> frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(bytes, 0);
        for (Frame frame : frames) {
            writer.write(frame);
        }
        return bytes.toByteArray();
    }

    private static byte[] warmup() throws IOException {
        try (InputStream in = Warmup.class.getResourceAsStream("Warmup.class")) {
            if (in == null) {
                throw new IOException("the class Warmup is not beside its package");
            }
            return in.readAllBytes();
        }
    }
}
