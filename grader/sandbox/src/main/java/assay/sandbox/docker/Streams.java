package assay.sandbox.docker;

import assay.sandbox.jail.Pipe;
import assay.sandbox.jail.Printed;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sorts what comes from a container: its standard output are frames, its standard error is text. */
final class Streams extends ResultCallback.Adapter<Frame> {
    private static final Logger logger = LoggerFactory.getLogger(Streams.class);

    private final Pipe answers;
    private final Printed printed;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean attached;

    Streams(Pipe answers, Printed printed) {
        this.answers = answers;
        this.printed = printed;
    }

    @Override
    public void onNext(Frame frame) {
        byte[] bytes = frame.getPayload(); // docker-java's own buffer: both sides copy it
        try {
            if (frame.getStreamType() == StreamType.STDOUT) {
                answers.out().write(bytes);
            } else {
                printed.write(bytes, 0, bytes.length);
            }
        } catch (IOException e) {
            stop(); // interrupted: nobody listens any more
        }
    }

    @Override
    public void onStart(Closeable stream) {
        super.onStart(stream);
        attached = true;
        settled.countDown();
    }

    @Override
    public void onComplete() {
        answers.end();
        super.onComplete();
        settled.countDown();
    }

    @Override
    public void onError(Throwable problem) {
        answers.end();
        super.onError(problem);
        settled.countDown();
    }

    /**
     * Waits until the engine has let us listen.
     *
     * @throws IOException where it does not; {@code awaitStarted} would wait on for ever, since nothing starts
     */
    void awaitAttached(Duration atMost) throws IOException, InterruptedException {
        if (!settled.await(atMost.toMillis(), TimeUnit.MILLISECONDS) || !attached) {
            throw new IOException("the engine does not let us listen to it");
        }
    }

    void stop() {
        try {
            close();
        } catch (IOException e) {
            logger.debug("the streams of a container broke: {}", e.getMessage());
        }
    }
}
