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
    private final OutputStream text;
    private TextStream printed;
    private TextStream complained;

    private Channel(InputStream in, OutputStream out, OutputStream text) {
        this.in = in;
        this.out = out;
        this.text = text;
        this.printed = TextStream.to(text);
        this.complained = TextStream.to(text);
        System.setOut(printed.stream());
        System.setErr(complained.stream());
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
            printed = TextStream.to(text);
            System.setOut(printed.stream());
        }
        if (!complained.isOpenAs(System.err)) {
            complained = TextStream.to(text);
            System.setErr(complained.stream());
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

    /** A stream of text, and what tells whether it was closed. */
    private record TextStream(Unclosable under, PrintStream stream) {
        static TextStream to(OutputStream text) {
            Unclosable under = new Unclosable(text);
            return new TextStream(under, new PrintStream(under, false, StandardCharsets.UTF_8));
        }

        @SuppressWarnings("ReferenceEquality") // a student's own stream may say that it equals any other
        boolean isOpenAs(PrintStream now) {
            return now == stream && !under.isClosed();
        }
    }
}
