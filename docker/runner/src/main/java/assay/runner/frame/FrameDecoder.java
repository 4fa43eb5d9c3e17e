package assay.runner.frame;

import static assay.runner.frame.MalformedFrameException.malformed;

import assay.kernels.Form;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The payload of each frame, field by field; {@link FrameEncoder} is its mirror. */
final class FrameDecoder {
    private final PayloadReader in;

    FrameDecoder(PayloadReader in) {
        this.in = in;
    }

    Frame decode(FrameType type) throws IOException, MalformedFrameException {
        return switch (type) {
            case HELLO -> new Hello();
            case READY -> new Ready();
            case EXHAUSTED -> new Exhausted();
            case COMPILE -> compile();
            case COMPILED ->
                new FromCompiler.Compiled(
                        in.list(FrameLimits.CLASSES, this::classFile), in.list(FrameLimits.DIAGNOSTICS, this::message));
            case REJECTED ->
                new FromCompiler.Rejected(
                        in.text(FrameLimits.MESSAGE_BYTES), in.list(FrameLimits.DIAGNOSTICS, this::message));
            case LOAD -> new ToRunner.Load(in.list(FrameLimits.CLASSES, this::classFile));
            case LOADED -> new FromRunner.Loaded(in.list(FrameLimits.IMPLEMENTATIONS, this::implementation));
            case CALL -> call();
            case STARTED -> new FromRunner.Started(in.i32());
            case RETURNED -> new FromRunner.Returned(in.i32(), in.tensor(), in.bool(), in.bool());
            case THREW -> threw();
            case TRAIN -> train();
            case ANNOUNCED -> announced();
            case EPOCH_DONE ->
                new FromTrainer.EpochDone(in.i32(), in.i32(), in.f32(), in.bytes(FrameLimits.WEIGHT_BYTES));
            case FINISHED -> new FromTrainer.Finished();
            case FAILED ->
                new FromTrainer.Failed(
                        failure(),
                        in.text(FrameLimits.NAME_BYTES),
                        in.text(FrameLimits.MESSAGE_BYTES),
                        in.list(FrameLimits.STACK_LINES, () -> in.text(FrameLimits.STACK_LINE_BYTES)));
        };
    }

    private ToCompiler.Compile compile() throws IOException, MalformedFrameException {
        return new ToCompiler.Compile(in.list(
                FrameLimits.SOURCES,
                () -> new ToCompiler.Source(in.text(FrameLimits.PATH_BYTES), in.text(FrameLimits.SOURCE_BYTES))));
    }

    private ToRunner.Call call() throws IOException, MalformedFrameException {
        int id = in.i32();
        int part = in.i32();
        Kernel kernel = kernel();
        Optional<Form.Kind> form = form();
        List<Argument> arguments = in.list(FrameLimits.ARGUMENTS, this::argument);
        try {
            return new ToRunner.Call(id, part, kernel, form, arguments);
        } catch (IllegalArgumentException e) {
            throw malformed("arguments that are not the kernel's");
        }
    }

    private FromRunner.Threw threw() throws IOException, MalformedFrameException {
        return new FromRunner.Threw(
                in.i32(),
                failure(),
                in.text(FrameLimits.NAME_BYTES),
                in.text(FrameLimits.MESSAGE_BYTES),
                in.list(FrameLimits.STACK_LINES, () -> in.text(FrameLimits.STACK_LINE_BYTES)),
                in.bool());
    }

    private ToTrainer.Train train() throws IOException, MalformedFrameException {
        return new ToTrainer.Train(
                in.list(FrameLimits.CLASSES, this::classFile),
                new ToTrainer.Images(in.i32(), in.i32(), in.i32(), in.i32()),
                in.i32(),
                in.i64(),
                in.bool(),
                in.list(FrameLimits.PARAMETERS, in::i32),
                new ToTrainer.Probe(in.list(FrameLimits.PARAMETERS, in::tensor), in.tensor()));
    }

    private FromTrainer.Announced announced() throws IOException, MalformedFrameException {
        return new FromTrainer.Announced(
                in.text(FrameLimits.NAME_BYTES),
                in.i32(),
                in.i32(),
                in.list(FrameLimits.PARAMETERS, in::f32),
                in.list(1, in::tensor).stream().findFirst(),
                in.text(FrameLimits.MESSAGE_BYTES),
                in.bytes(FrameLimits.WEIGHT_BYTES));
    }

    private Failure failure() throws IOException, MalformedFrameException {
        return Failure.values()[in.choice(Failure.values().length, "failure")];
    }

    private FromRunner.Implementation implementation() throws IOException, MalformedFrameException {
        return new FromRunner.Implementation(kernel(), form(), in.text(FrameLimits.NAME_BYTES));
    }

    private ClassFile classFile() throws IOException, MalformedFrameException {
        return new ClassFile(in.text(FrameLimits.NAME_BYTES), in.bytes(FrameLimits.CLASS_BYTES));
    }

    private FromCompiler.Message message() throws IOException, MalformedFrameException {
        return new FromCompiler.Message(
                in.bool(),
                in.text(FrameLimits.PATH_BYTES),
                position(),
                position(),
                in.text(FrameLimits.MESSAGE_BYTES),
                in.text(FrameLimits.SOURCE_LINE_BYTES));
    }

    private int position() throws IOException, MalformedFrameException {
        int position = in.i32();
        if (position < 0) {
            throw malformed("a line or column of " + position);
        }
        return position;
    }

    private Kernel kernel() throws IOException, MalformedFrameException {
        return Kernel.named(in.text(FrameLimits.NAME_BYTES)).orElseThrow(() -> malformed("an unknown kernel"));
    }

    private Optional<Form.Kind> form() throws IOException, MalformedFrameException {
        int form = in.choice(Form.Kind.values().length + 1, "form");
        return form == 0 ? Optional.empty() : Optional.of(Form.Kind.values()[form - 1]);
    }

    private Argument argument() throws IOException, MalformedFrameException {
        return switch (in.choice(5, "kind of argument")) {
            case 0 -> new Argument.OfTensor(in.tensor());
            case 1 -> new Argument.OfInts(in.ints());
            case 2 -> new Argument.OfInt(in.i32());
            case 3 -> new Argument.OfFloat(in.f32());
            default -> new Argument.OfBoolean(in.bool());
        };
    }
}
