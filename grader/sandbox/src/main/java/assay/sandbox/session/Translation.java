package assay.sandbox.session;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.RunUsage;
import assay.core.domain.SourceFile;
import assay.core.port.CallOutcome;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.Diagnostic;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.kernels.Tensor;
import assay.runner.frame.ClassFile;
import assay.runner.frame.Failure;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromRunner;
import assay.runner.frame.FromTrainer;
import assay.runner.frame.ToCompiler;
import assay.runner.frame.ToRunner;
import assay.runner.frame.ToTrainer;
import assay.sandbox.train.ImageCounts;
import java.util.List;
import java.util.Map;

/** Between the records of the port and the frames. */
public final class Translation {
    private Translation() {}

    static ToCompiler.Compile compile(List<SourceFile> sources) {
        return new ToCompiler.Compile(sources.stream()
                .map(source -> new ToCompiler.Source(source.path(), source.text()))
                .toList());
    }

    static CompileOutcome.Compiled compiled(FromCompiler.Compiled frame) {
        List<Classes.ClassFile> files = frame.classes().stream()
                .map(file -> new Classes.ClassFile(file.name(), file.bytes()))
                .toList();
        return new CompileOutcome.Compiled(new Classes(files), diagnostics(frame.diagnostics()));
    }

    static CompileOutcome.Rejected rejected(FromCompiler.Rejected frame) {
        return new CompileOutcome.Rejected(frame.summary(), diagnostics(frame.diagnostics()));
    }

    static ToRunner.Load load(Classes classes) {
        return new ToRunner.Load(classes.files().stream()
                .map(file -> new ClassFile(file.name(), file.bytes()))
                .toList());
    }

    public static ToRunner.Call call(int id, KernelCall call) {
        return new ToRunner.Call(id, call.part(), call.kernel(), call.form(), call.arguments());
    }

    public static List<Implementation> implementations(FromRunner.Loaded frame) {
        return frame.implementations().stream()
                .map(found -> new Implementation(found.kernel(), found.form(), found.className()))
                .toList();
    }

    public static CallOutcome returned(FromRunner.Returned frame, RunUsage usage, String printed) {
        return new CallOutcome.Returned(frame.output(), frame.inputsChanged(), usage, printed);
    }

    public static CallOutcome threw(FromRunner.Threw frame, RunUsage usage, String printed) {
        return new CallOutcome.Threw(
                kind(frame.failure()), frame.type(), frame.message(), frame.stack(), usage, printed);
    }

    static ToTrainer.Train train(Classes classes, TrainingSpec spec, TrainingOrder order, ImageCounts.Shape images) {
        return new ToTrainer.Train(
                classes.files().stream()
                        .map(file -> new ClassFile(file.name(), file.bytes()))
                        .toList(),
                new ToTrainer.Images(images.count(), images.channels(), images.height(), images.width()),
                spec.epochs(),
                order.seed(),
                spec.gpu(),
                order.rateSteps(),
                new ToTrainer.Probe(
                        weights(order.probe().weights()),
                        order.probe().input(),
                        order.probe().training()),
                spec.task(),
                weights(order.start()));
    }

    private static List<ToTrainer.Weight> weights(Map<String, Tensor> named) {
        return named.entrySet().stream()
                .map(entry -> new ToTrainer.Weight(entry.getKey(), entry.getValue()))
                .toList();
    }

    static TrainingRun.Announced announced(FromTrainer.Announced frame) {
        return new TrainingRun.Announced(
                frame.className(),
                frame.epochs(),
                frame.batchSize(),
                frame.rates(),
                frame.output(),
                frame.training(),
                frame.problem(),
                frame.weights());
    }

    static TrainingRun.End.Threw failed(FromTrainer.Failed frame) {
        return new TrainingRun.End.Threw(kind(frame.failure()), frame.type(), frame.message(), frame.stack());
    }

    private static CallOutcome.Kind kind(Failure failure) {
        return switch (failure) {
            case MISSING -> CallOutcome.Kind.MISSING;
            case AMBIGUOUS -> CallOutcome.Kind.AMBIGUOUS;
            case NOT_INSTANTIABLE -> CallOutcome.Kind.NOT_INSTANTIABLE;
            case RETURNED_NULL -> CallOutcome.Kind.RETURNED_NULL;
            case NOT_IMPLEMENTED -> CallOutcome.Kind.NOT_IMPLEMENTED;
            case EXCEPTION -> CallOutcome.Kind.EXCEPTION;
            case STACK_OVERFLOW -> CallOutcome.Kind.STACK_OVERFLOW;
            case OUT_OF_MEMORY -> CallOutcome.Kind.OUT_OF_MEMORY;
            case EXITED -> CallOutcome.Kind.EXITED;
        };
    }

    private static List<Diagnostic> diagnostics(List<FromCompiler.Message> messages) {
        return messages.stream().map(Translation::diagnostic).toList();
    }

    private static Diagnostic diagnostic(FromCompiler.Message message) {
        return new Diagnostic(
                message.error() ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING,
                message.path(),
                message.line(),
                message.column(),
                message.message(),
                message.sourceLine());
    }
}
