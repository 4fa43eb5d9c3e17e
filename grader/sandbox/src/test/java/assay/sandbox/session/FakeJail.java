package assay.sandbox.session;

import assay.runner.frame.Frame;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.MalformedFrameException;
import assay.sandbox.jail.Ending;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Pipe;
import assay.sandbox.jail.Printed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** A process that says what a test wants it to. */
final class FakeJail<H extends Frame> implements Jail {
    private final Pipe in = Pipe.unlimited();
    private final Pipe out = Pipe.unlimited();
    private final Printed printed = new Printed();
    private final Ending ending;
    private final Thread process;
    private final AtomicReference<Duration> cpu = new AtomicReference<>(Duration.ofSeconds(9));
    private volatile Duration betweenLooks = Duration.ZERO;
    private volatile boolean closed;
    private volatile Optional<Error> breaking = Optional.empty();
    private final Semaphore reads = new Semaphore(0);

    /**
     * @param reader of what the host says
     * @param script runs as the process; its end ends the output
     */
    FakeJail(Function<InputStream, FrameReader<H>> reader, Ending ending, Script<H> script) {
        this.ending = ending;
        this.process = Thread.ofVirtual().start(() -> {
            try {
                script.run(new Process<>(this, reader.apply(in.in())));
            } catch (IOException | MalformedFrameException e) {
                // The host hung up.
            } finally {
                out.end();
            }
        });
    }

    boolean closed() {
        return closed;
    }

    /** Waits until the host has read so many frames, and asks for more. To be used once. */
    void awaitRead(int frames) {
        reads.acquireUninterruptibly(frames + 1);
    }

    @Override
    public OutputStream toProcess() {
        return in.out();
    }

    @Override
    public InputStream fromProcess() {
        return new FilterInputStream(out.in()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                reads.release();
                int count = super.read(target, offset, length);
                if (count < 0 && breaking.isPresent()) {
                    throw breaking.get();
                }
                return count;
            }
        };
    }

    @Override
    public Printed printed() {
        return printed;
    }

    @Override
    public void cpu(Consumer<Optional<Duration>> answer) {
        answer.accept(Optional.of(cpu.getAndUpdate(used -> used.plus(betweenLooks))));
    }

    @Override
    public void kill() {
        in.end();
        out.end();
        process.interrupt();
    }

    @Override
    public Ending ending(Duration atMost) {
        return ending;
    }

    @Override
    public void close() {
        closed = true;
        kill();
    }

    /** What runs in it. */
    interface Script<H extends Frame> {
        void run(Process<H> process) throws IOException, MalformedFrameException;
    }

    /** The process's view of its jail. */
    record Process<H extends Frame>(FakeJail<H> jail, FrameReader<H> reader) {
        H hear() throws IOException, MalformedFrameException {
            return reader.read();
        }

        void say(Frame frame) throws IOException {
            sayAs(reader.nonce(), frame);
        }

        void sayAs(long nonce, Frame frame) throws IOException {
            new FrameWriter(jail.out.out(), nonce).write(frame);
        }

        void sayBytes(byte... bytes) throws IOException {
            jail.out.out().write(bytes);
        }

        /** Lets whoever reads what it says run into that, after what it has said. */
        void breakOutput(Error error) {
            jail.breaking = Optional.of(error);
            jail.out.end();
        }

        void print(String text) {
            byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            jail.printed.write(bytes, 0, bytes.length);
        }

        void print(int bytes) {
            jail.printed.write(new byte[bytes], 0, bytes);
        }

        /** Uses that much processor time from one look to the next. */
        void burn(Duration cpu) {
            jail.betweenLooks = cpu;
        }

        /** Goes on for ever, until it is killed. */
        void hang() throws IOException {
            while (jail.in.in().read() >= 0) {
                // Hears and does not listen.
            }
        }
    }
}
