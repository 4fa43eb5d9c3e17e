package assay.sandbox.session;

import assay.core.domain.GraderFault;
import assay.runner.frame.Frame;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromRunner;
import assay.runner.frame.FromTrainer;
import assay.runner.frame.Hello;
import assay.runner.frame.MalformedFrameException;
import assay.runner.frame.Ready;
import assay.sandbox.jail.Ending;
import assay.sandbox.jail.Jail;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Frames to and from one jail. A thread of its own listens, so that whoever asks can stop waiting. To be used by one
 * thread, but for {@link #close} and {@link #wake}.
 *
 * @param <F> what the process says
 */
final class Line<F extends Frame> implements AutoCloseable {
    /** Of one frame from a runner that has not been called yet: what its classes implement. */
    private static final int MAX_FRAME_FROM_RUNNER = 4 * 1024 * 1024;

    /** The listener waits when so many are unheard, with one more in its hand, and with it the process: one call takes two. */
    private static final int UNHEARD = 2;

    /** Of a trainer, each of whose frames may be large and takes the host a while to measure. */
    private static final int UNHEARD_OF_TRAINER = 1;

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Jail jail;
    private final FrameReader<F> reader;
    private final FrameWriter writer;
    private final BlockingQueue<Heard<F>> unheard = new LinkedBlockingQueue<>();
    /** For so many frames, whatever else is in the queue. */
    private final Semaphore room;

    /** What of ours ended the listener; set before the thread that hears is woken. */
    private volatile Optional<Throwable> broken = Optional.empty();

    private final Thread listener = Thread.ofVirtual().name("assay-listener").unstarted(this::listen);

    private Line(Jail jail, FrameReader<F> reader, FrameWriter writer, int unheard) {
        this.jail = jail;
        this.reader = reader;
        this.writer = writer;
        this.room = new Semaphore(unheard);
    }

    static Line<FromRunner> toRunner(Jail jail) {
        long nonce = new SecureRandom().nextLong();
        return new Line<>(
                jail,
                FrameReader.fromRunner(jail.fromProcess(), nonce, MAX_FRAME_FROM_RUNNER),
                new FrameWriter(jail.toProcess(), nonce),
                UNHEARD);
    }

    /** @param maxFrame bytes of its largest frame, which holds the weights of a network */
    static Line<FromTrainer> toTrainer(Jail jail, int maxFrame) {
        long nonce = new SecureRandom().nextLong();
        return new Line<>(
                jail,
                FrameReader.fromTrainer(jail.fromProcess(), nonce, maxFrame),
                new FrameWriter(jail.toProcess(), nonce),
                UNHEARD_OF_TRAINER);
    }

    static Line<FromCompiler> toCompiler(Jail jail) {
        long nonce = new SecureRandom().nextLong();
        return new Line<>(
                jail,
                FrameReader.fromCompiler(jail.fromProcess(), nonce),
                new FrameWriter(jail.toProcess(), nonce),
                UNHEARD);
    }

    /** Of the next frames: more than a right answer takes, and no more than the host should make room for. */
    void limit(int maxFrame) {
        reader.limit(maxFrame);
    }

    Jail jail() {
        return jail;
    }

    /** Says hello and waits for the answer; nothing of a student's has any part in that. */
    Line<F> greet(Duration atMost) {
        listener.start();
        say(new Hello());
        if (hear(System.nanoTime() + atMost.toNanos()) instanceof Heard.Said<F>(Ready ready, long at)) {
            return this;
        }
        jail.kill();
        Ending ending = jail.ending(LAST_WORDS);
        String words = jail.printed().text().strip();
        close();
        throw new GraderFault(
                GraderFault.Code.SANDBOX,
                "start a process in the sandbox",
                "it was not ready within " + Texts.seconds(atMost) + " and ended with exit code " + ending.exitCode()
                        + (words.isEmpty() ? "" : ", saying: " + words));
    }

    void say(Frame frame) {
        try {
            writer.write(frame);
        } catch (IOException | IllegalArgumentException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "talk to a process in the sandbox", e);
        }
    }

    /**
     * The next that comes until then, by {@code System.nanoTime}.
     *
     * @throws GraderFault if nobody listens any more, for a reason that is not the process's
     */
    Heard<F> hear(long until) {
        try {
            boolean over = unheard.isEmpty() && broken.isPresent();
            Heard<F> heard = over ? null : unheard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (heard != null && !(heard instanceof Heard.Silence<F>)) {
                room.release();
                return heard;
            }
            broken.ifPresent(why -> {
                throw new GraderFault(GraderFault.Code.SANDBOX, "listen to a process in the sandbox", why);
            });
            return new Heard.Silence<>();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraderFault(GraderFault.Code.SANDBOX, "wait for a process in the sandbox", "it was interrupted");
        }
    }

    /** Makes the thread that hears look up; where it has something to hear, it does so in any case. */
    void wake() {
        if (unheard.isEmpty()) {
            unheard.add(new Heard.Silence<>());
        }
    }

    @Override
    public void close() {
        jail.close();
        listener.interrupt();
    }

    private void listen() {
        try {
            boolean more = true;
            while (more) {
                Heard<F> heard = next();
                more = heard instanceof Heard.Said<F>;
                room.acquire();
                unheard.add(heard);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: nobody hears any more
        } catch (Throwable e) { // such as too little memory on the host: no student's time may run out over it
            broken = Optional.of(e);
            wake();
        }
    }

    private Heard<F> next() {
        try {
            F frame = reader.read();
            return new Heard.Said<>(frame, System.nanoTime());
        } catch (MalformedFrameException e) {
            return new Heard.Nonsense<>(
                    String.valueOf(e.getMessage()), e.reason() == MalformedFrameException.Reason.TOO_LONG);
        } catch (IOException e) {
            return new Heard.HungUp<>();
        }
    }
}
