package assay.trainer;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.tracker.Tracker;
import assay.kernels.Tensor;
import assay.kernels.weights.SafetensorsWriter;
import assay.runner.frame.FrameLimits;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.FromTrainer;
import assay.runner.frame.Text;
import assay.runner.frame.ToTrainer;
import assay.training.HyperParameters;
import assay.training.TrainingTask;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One task from its making to the last epoch. */
final class TaskRun {
    static final String ENGINE = "PyTorch";

    private final ToTrainer.Train order;
    private final TrainingImages images;
    private final FrameWriter writer;

    TaskRun(ToTrainer.Train order, TrainingImages images, FrameWriter writer) {
        this.order = order;
        this.images = images;
        this.writer = writer;
    }

    FromTrainer run(TaskFinder.Found.Constructor found) throws ReflectiveOperationException {
        Engine engine = Engine.getEngine(ENGINE);
        engine.setRandomSeed((int) order.seed());
        Device device = order.gpu() && engine.getGpuCount() > 0 ? Device.gpu() : Device.cpu();
        found.constructor().setAccessible(true); // a class that is not public does as well
        TrainingTask task = made(found);
        HyperParameters hyper = task.hyperParameters();
        DefaultTrainingConfig config = new DefaultTrainingConfig(task.loss())
                .optOptimizer(task.optimizer())
                .optDevices(new Device[] {device});
        try (Model model = Model.newInstance("task", device, ENGINE)) {
            model.setBlock(task.network());
            try (Trainer trainer = model.newTrainer(config)) {
                ToTrainer.Images shape = order.images();
                trainer.initialize(new Shape(1, shape.channels(), shape.height(), shape.width()));
                Map<String, Parameter> parameters = ParameterNames.of(model.getBlock());
                NamedWeights.set(parameters, order.start());
                // Of a second task: one that counts its updates would be asked for those to come before it begins.
                announce(task, made(found).learningRate(), hyper, trainer, parameters);
                if (order.maxEpochs() == 0) { // looked at, not trained
                    return new FromTrainer.Finished();
                }
                task.train(new Loop(
                        trainer,
                        images,
                        hyper.batchSize(),
                        order.maxEpochs(),
                        order.seed(),
                        (number, steps, loss) ->
                                say(new FromTrainer.EpochDone(number, steps, loss, weights(parameters)))));
            }
        }
        return new FromTrainer.Finished();
    }

    private static TrainingTask made(TaskFinder.Found.Constructor found) throws ReflectiveOperationException {
        return (TrainingTask) found.constructor().newInstance();
    }

    private void announce(
            TrainingTask task,
            Tracker rate,
            HyperParameters hyper,
            Trainer trainer,
            Map<String, Parameter> parameters) {
        byte[] initial = weights(parameters);
        ForwardProbe.Result probed = ForwardProbe.of(order.probe(), trainer, parameters);
        List<Float> rates = order.rateSteps().stream().map(rate::getNewValue).toList();
        say(new FromTrainer.Announced(
                Text.capped(task.getClass().getName(), FrameLimits.NAME_BYTES),
                hyper.epochs(),
                hyper.batchSize(),
                rates,
                probed.output(),
                probed.training(),
                Text.capped(probed.problem(), FrameLimits.MESSAGE_BYTES),
                initial));
    }

    private void say(FromTrainer frame) {
        try {
            writer.write(frame);
        } catch (IOException e) {
            throw new HostGoneException(e);
        }
    }

    private static byte[] weights(Map<String, Parameter> parameters) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> tensors.put(name, Tensors.of(parameter.getArray())));
        return SafetensorsWriter.bytes(tensors);
    }
}
