package assay.sandbox.selfcheck;

import assay.core.domain.DataSize;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Counts what is printed during a call, and passes it on to where it would have gone. */
final class PrintMeter implements AutoCloseable {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final DataSize limit;
    private long printed;

    private PrintMeter(DataSize limit) {
        this.limit = limit;
    }

    /** Counts until it is closed. */
    static PrintMeter begin(DataSize limit) {
        PrintMeter meter = new PrintMeter(limit);
        System.setOut(meter.counting(meter.out));
        System.setErr(meter.counting(meter.err));
        return meter;
    }

    synchronized boolean flooded() {
        return printed > limit.bytes();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }

    /** Whoever goes on printing then is stopped: a print stream would swallow an exception, but not an error. */
    private synchronized void count(int bytes) {
        printed += bytes;
        if (flooded()) {
            throw new PrintedTooMuch();
        }
    }

    private PrintStream counting(PrintStream stream) {
        Charset charset = stream.charset();
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        count(1);
                        stream.write(b);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        count(length);
                        stream.write(bytes, offset, length);
                    }

                    @Override
                    public void flush() {
                        stream.flush();
                    }
                },
                true,
                charset);
    }

    /** Ends the code that prints. */
    private static final class PrintedTooMuch extends Error {
        private static final long serialVersionUID = 1L;

        PrintedTooMuch() {
            super("too much was printed");
        }
    }
}
