package assay.runner.frame;

import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.Optional;

/** The payload of each frame, field by field; {@link FrameDecoder} is its mirror. */
final class FrameEncoder {
    private final PayloadWriter out;

    private FrameEncoder(PayloadWriter out) {
        this.out = out;
    }

    static FrameType encode(Frame frame, PayloadWriter out) {
        FrameEncoder encoder = new FrameEncoder(out);
        return switch (FrameType.of(frame)) {
            case HELLO -> FrameType.HELLO;
            case READY -> FrameType.READY;
            case EXHAUSTED -> FrameType.EXHAUSTED;
            case COMPILE -> encoder.compile((ToCompiler.Compile) frame);
            case COMPILED -> encoder.compiled((FromCompiler.Compiled) frame);
            case REJECTED -> encoder.rejected((FromCompiler.Rejected) frame);
            case LOAD -> encoder.load((ToRunner.Load) frame);
            case CALL -> encoder.call((ToRunner.Call) frame);
            case LOADED -> encoder.loaded((FromRunner.Loaded) frame);
            case STARTED -> encoder.started((FromRunner.Started) frame);
            case RETURNED -> encoder.returned((FromRunner.Returned) frame);
            case THREW -> encoder.threw((FromRunner.Threw) frame);
            case TRAIN -> encoder.train((ToTrainer.Train) frame);
            case ANNOUNCED -> encoder.announced((FromTrainer.Announced) frame);
            case EPOCH_DONE -> encoder.epochDone((FromTrainer.EpochDone) frame);
            case FINISHED -> FrameType.FINISHED;
            case FAILED -> encoder.failed((FromTrainer.Failed) frame);
        };
    }

    private FrameType compile(ToCompiler.Compile compile) {
        out.list(compile.sources(), FrameLimits.SOURCES, source -> {
            out.text(source.path(), FrameLimits.PATH_BYTES);
            out.text(source.text(), FrameLimits.SOURCE_BYTES);
        });
        return FrameType.COMPILE;
    }

    private FrameType compiled(FromCompiler.Compiled compiled) {
        out.list(compiled.classes(), FrameLimits.CLASSES, this::classFile);
        out.list(compiled.diagnostics(), FrameLimits.DIAGNOSTICS, this::message);
        return FrameType.COMPILED;
    }

    private FrameType rejected(FromCompiler.Rejected rejected) {
        out.text(rejected.summary(), FrameLimits.MESSAGE_BYTES);
        out.list(rejected.diagnostics(), FrameLimits.DIAGNOSTICS, this::message);
        return FrameType.REJECTED;
    }

    private FrameType load(ToRunner.Load load) {
        out.list(load.classes(), FrameLimits.CLASSES, this::classFile);
        return FrameType.LOAD;
    }

    private FrameType call(ToRunner.Call call) {
        out.i32(call.id());
        out.i32(call.part());
        kernel(call.kernel());
        form(call.form());
        out.list(call.arguments(), FrameLimits.ARGUMENTS, this::argument);
        return FrameType.CALL;
    }

    private FrameType loaded(FromRunner.Loaded loaded) {
        out.list(loaded.implementations(), FrameLimits.IMPLEMENTATIONS, implementation -> {
            kernel(implementation.kernel());
            form(implementation.form());
            out.text(implementation.className(), FrameLimits.NAME_BYTES);
        });
        return FrameType.LOADED;
    }

    private FrameType started(FromRunner.Started started) {
        out.i32(started.id());
        return FrameType.STARTED;
    }

    private FrameType returned(FromRunner.Returned returned) {
        out.i32(returned.id());
        out.tensor(returned.output());
        out.bool(returned.inputsChanged());
        out.bool(returned.lingering());
        return FrameType.RETURNED;
    }

    private FrameType threw(FromRunner.Threw threw) {
        out.i32(threw.id());
        out.u8(threw.failure().ordinal());
        out.text(threw.type(), FrameLimits.NAME_BYTES);
        out.text(threw.message(), FrameLimits.MESSAGE_BYTES);
        out.list(threw.stack(), FrameLimits.STACK_LINES, line -> out.text(line, FrameLimits.STACK_LINE_BYTES));
        out.bool(threw.lingering());
        return FrameType.THREW;
    }

    private FrameType train(ToTrainer.Train train) {
        out.list(train.classes(), FrameLimits.CLASSES, this::classFile);
        out.i32(train.images().count());
        out.i32(train.images().channels());
        out.i32(train.images().height());
        out.i32(train.images().width());
        out.i32(train.maxEpochs());
        out.i64(train.seed());
        out.bool(train.gpu());
        out.list(train.rateSteps(), FrameLimits.PARAMETERS, out::i32);
        out.list(train.probe().weights(), FrameLimits.PARAMETERS, this::weight);
        out.tensor(train.probe().input());
        out.bool(train.probe().training());
        out.text(train.task(), FrameLimits.NAME_BYTES);
        out.list(train.start(), FrameLimits.PARAMETERS, this::weight);
        return FrameType.TRAIN;
    }

    private FrameType announced(FromTrainer.Announced announced) {
        out.text(announced.className(), FrameLimits.NAME_BYTES);
        out.i32(announced.epochs());
        out.i32(announced.batchSize());
        out.list(announced.rates(), FrameLimits.PARAMETERS, out::f32);
        out.list(announced.output().stream().toList(), 1, out::tensor);
        out.list(announced.training(), FrameLimits.PASSES, out::tensor);
        out.text(announced.problem(), FrameLimits.MESSAGE_BYTES);
        out.bytes(announced.weights(), FrameLimits.WEIGHT_BYTES);
        return FrameType.ANNOUNCED;
    }

    private FrameType epochDone(FromTrainer.EpochDone epoch) {
        out.i32(epoch.number());
        out.i32(epoch.steps());
        out.f32(epoch.loss());
        out.bytes(epoch.weights(), FrameLimits.WEIGHT_BYTES);
        return FrameType.EPOCH_DONE;
    }

    private FrameType failed(FromTrainer.Failed failed) {
        out.u8(failed.failure().ordinal());
        out.text(failed.type(), FrameLimits.NAME_BYTES);
        out.text(failed.message(), FrameLimits.MESSAGE_BYTES);
        out.list(failed.stack(), FrameLimits.STACK_LINES, line -> out.text(line, FrameLimits.STACK_LINE_BYTES));
        return FrameType.FAILED;
    }

    private void weight(ToTrainer.Weight weight) {
        out.text(weight.name(), FrameLimits.NAME_BYTES);
        out.tensor(weight.numbers());
    }

    private void classFile(ClassFile file) {
        out.text(file.name(), FrameLimits.NAME_BYTES);
        out.bytes(file.bytes(), FrameLimits.CLASS_BYTES);
    }

    private void message(FromCompiler.Message message) {
        out.bool(message.error());
        out.text(message.path(), FrameLimits.PATH_BYTES);
        out.i32(message.line());
        out.i32(message.column());
        out.text(message.message(), FrameLimits.MESSAGE_BYTES);
        out.text(message.sourceLine(), FrameLimits.SOURCE_LINE_BYTES);
    }

    private void kernel(Kernel kernel) {
        out.text(kernel.torchName(), FrameLimits.NAME_BYTES);
    }

    private void form(Optional<Form.Kind> form) {
        out.u8(form.map(kind -> kind.ordinal() + 1).orElse(0));
    }

    private void argument(Argument argument) {
        Object value = argument.value();
        if (value instanceof Tensor tensor) {
            out.u8(0);
            out.tensor(tensor);
        } else if (value instanceof int[] ints) {
            out.u8(1);
            out.ints(ints);
        } else if (value instanceof Integer number) {
            out.u8(2);
            out.i32(number);
        } else if (value instanceof Float number) {
            out.u8(3);
            out.f32(number);
        } else {
            out.u8(4);
            out.bool((Boolean) value);
        }
    }
}
