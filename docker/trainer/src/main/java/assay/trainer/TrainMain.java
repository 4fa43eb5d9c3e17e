package assay.trainer;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import assay.runner.channel.Channel;
import assay.runner.frame.Failure;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.FromTrainer;
import assay.runner.frame.Hello;
import assay.runner.frame.LastWord;
import assay.runner.frame.MalformedFrameException;
import assay.runner.frame.Ready;
import assay.runner.frame.ToTrainer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A trainer: trains one task and ends. Its one argument is the folder of the training data, {@code train-images.u8} and
 * {@code train-labels.u8}, which may be read-only.
 */
public final class TrainMain {
    /** All is said. */
    static final int DONE = 0;
    /** The host said something that is no frame, its pipe broke, or the argument is missing. */
    static final int NO_HOST = 2;
    /** The student's code left no memory to go on with; said before, since anybody can exit with this. */
    static final int OUT_OF_MEMORY = 3;

    /** PyTorch cannot be loaded. */
    static final int NO_ENGINE = 4;

    private TrainMain() {}

    public static void main(String[] args) {
        Channel channel = Channel.claim();
        Locale.setDefault(Locale.ROOT);
        LastWord lastWord = new LastWord(channel.out());
        int status;
        try {
            if (args.length != 1) {
                throw new IOException("the folder of the data is not given");
            }
            status = serve(channel, Path.of(args[0]), lastWord);
        } catch (EOFException e) {
            status = DONE;
        } catch (IOException | MalformedFrameException e) {
            System.err.println("Tried to serve the host but failed because " + e.getMessage());
            status = NO_HOST;
        } catch (OutOfMemoryError e) {
            lastWord.say();
            status = OUT_OF_MEMORY;
        } catch (EngineException e) {
            System.err.println("Tried to load PyTorch but failed because " + e);
            status = NO_ENGINE;
        }
        // Not exit: a student's shutdown hooks and threads have no say in the end.
        Runtime.getRuntime().halt(status);
    }

    private static int serve(Channel channel, Path data, LastWord lastWord)
            throws IOException, MalformedFrameException {
        FrameReader<ToTrainer> reader = FrameReader.toTrainer(channel.in());
        reader.read();
        lastWord.prepare(reader.nonce());
        Engine.getEngine(TaskRun.ENGINE); // what fails here is nobody's fault but ours
        FrameWriter writer = new FrameWriter(channel.out(), reader.nonce());
        writer.write(new Ready());
        return switch (reader.read()) {
            case Hello() -> throw new IllegalStateException("the reader lets one greeting through");
            case ToTrainer.Train order -> {
                writer.write(trained(order, data, writer));
                yield DONE;
            }
        };
    }

    private static FromTrainer trained(ToTrainer.Train order, Path data, FrameWriter writer) throws IOException {
        TaskLoader loader = new TaskLoader(order.classes());
        return switch (TaskFinder.find(order.classes(), loader)) {
            case TaskFinder.Found.Nothing(Failure failure, String message) ->
                new FromTrainer.Failed(failure, "", message, List.of());
            case TaskFinder.Found.Constructor constructor -> {
                try (TrainingImages images = TrainingImages.open(data, order.images())) {
                    yield new TaskRun(order, images, writer).run(constructor);
                } catch (HostGoneException e) {
                    throw e.ioException();
                } catch (Throwable thrown) { // whatever a student's code throws
                    yield Thrown.described(thrown, loader);
                }
            }
        };
    }
}
