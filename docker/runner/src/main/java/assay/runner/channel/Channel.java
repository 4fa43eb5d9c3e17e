package assay.runner.channel;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The streams that the process was started with, taken away before any other code runs.
 *
 * <p>Frames come in on descriptor 0 and go out on descriptor 1. Both are opened once more under numbers of their own,
 * and then 0 and 1 lead to {@code /dev/null}: {@code System.out}, {@code FileDescriptor.out} and {@code /dev/stdout}
 * reach nothing. Where they cannot be opened again (sockets, systems without {@code /dev/fd}) the frames stay on 0 and
 * 1, and only {@code System.in} and {@code System.out} are turned away. All that is printed goes to descriptor 2.
 *
 * <p>Plain streams, not channels: a thread that is interrupted closes a {@code FileChannel} that it uses.
 */
public final class Channel {
    private static final List<String> DESCRIPTOR_FOLDERS = List.of("/proc/self/fd/", "/dev/fd/");

    private final InputStream in;
    private final OutputStream out;
    private final TextStream printed;
    private final TextStream complained;

    private Channel(InputStream in, OutputStream out, OutputStream text) {
        this.in = in;
        this.out = out;
        this.printed = new TextStream(text);
        this.complained = new TextStream(text);
    }

    /** Takes the process's streams; to be called once, first thing in {@code main}. */
    public static Channel claim() {
        Channel channel = new Channel(
                reopened(0, Channel::read)
                        .map(own -> replacing(FileDescriptor.in, own))
                        .orElseGet(() -> new FileInputStream(FileDescriptor.in)),
                reopened(1, Channel::append)
                        .map(own -> replacing(FileDescriptor.out, own))
                        .orElseGet(() -> new FileOutputStream(FileDescriptor.out)),
                reopened(2, Channel::append).orElseGet(() -> new FileOutputStream(FileDescriptor.err)));
        channel.resetSystemStreams();
        return channel;
    }

    /** Where the host's frames come in. */
    public InputStream in() {
        return in;
    }

    /** Where frames to the host go. */
    public OutputStream out() {
        return out;
    }

    /**
     * Makes {@code System.out} and {@code System.err} open streams to descriptor 2, and {@code System.in} an empty one,
     * whatever was done to them. They keep nothing back, so that no text is lost when the process is ended.
     */
    public void resetSystemStreams() {
        System.setIn(InputStream.nullInputStream());
        if (!printed.isOpenAs(System.out)) {
            System.setOut(printed.anew());
        }
        if (!complained.isOpenAs(System.err)) {
            System.setErr(complained.anew());
        }
    }

    private static <S> Optional<S> reopened(int descriptor, Opener<S> opener) {
        for (String folder : DESCRIPTOR_FOLDERS) {
            try {
                return Optional.of(opener.open(folder + descriptor));
            } catch (IOException e) {
                // A socket, no such folder, or not ours to open: the next way.
            }
        }
        return Optional.empty();
    }

    private static InputStream read(String path) throws IOException {
        return new FileInputStream(path);
    }

    /** Appends, because a plain open would empty a standard output that is a file. */
    private static OutputStream append(String path) throws IOException {
        return new FileOutputStream(path, true);
    }

    /** The JDK never closes descriptors 0 to 2, it makes them lead to {@code /dev/null}. */
    private static InputStream replacing(FileDescriptor standard, InputStream own) {
        try {
            new FileInputStream(standard).close();
        } catch (IOException e) {
            throw new IllegalStateException("Tried to give up standard input but failed because " + e, e);
        }
        return own;
    }

    private static OutputStream replacing(FileDescriptor standard, OutputStream own) {
        try {
            new FileOutputStream(standard).close();
        } catch (IOException e) {
            throw new IllegalStateException("Tried to give up standard output but failed because " + e, e);
        }
        return own;
    }

    private interface Opener<S> {
        S open(String path) throws IOException;
    }

    /** A stream of text, made anew only where it was replaced or closed. */
    private static final class TextStream {
        private final OutputStream to;
        private Unclosable under;
        private PrintStream stream;

        TextStream(OutputStream to) {
            this.to = to;
            this.under = new Unclosable(to);
            this.stream = new PrintStream(under, false, StandardCharsets.UTF_8);
        }

        @SuppressWarnings("ReferenceEquality") // a student's own stream may say that it equals any other
        boolean isOpenAs(PrintStream now) {
            return now == stream && !under.isClosed();
        }

        PrintStream anew() {
            under = new Unclosable(to);
            stream = new PrintStream(under, false, StandardCharsets.UTF_8);
            return stream;
        }
    }
}
