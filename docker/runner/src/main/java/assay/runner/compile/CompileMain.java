package assay.runner.compile;

import assay.runner.channel.Channel;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.Hello;
import assay.runner.frame.MalformedFrameException;
import assay.runner.frame.Ready;
import assay.runner.frame.ToCompiler;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A compiler: compiles one submission after another until the host hangs up, or until a submission was too much for
 * javac, since nobody knows what state that leaves it in. Its arguments are the jars or
 * folders that a submission is compiled against: the kernels, and for training what that needs besides.
 */
public final class CompileMain {
    /** The host hung up. */
    static final int DONE = 0;
    /** The host said something that is no frame, its pipe broke, or the argument is missing. */
    static final int NO_HOST = 2;
    /** The compiler gave up on a submission, and said so. */
    static final int GAVE_UP = 3;

    /**
     * Eight times Java's default, since javac recurses over expressions, and generated tables make long ones; memory is
     * taken as it is used.
     */
    private static final long STACK_BYTES = 8L * 1024 * 1024;

    private CompileMain() {}

    public static void main(String[] args) {
        Channel channel = Channel.claim();
        Locale.setDefault(Locale.ROOT);
        if (args.length == 0) {
            System.err.println("Tried to start but failed because the path of the kernels is not given");
            Runtime.getRuntime().halt(NO_HOST);
        }
        List<Path> kernels = Arrays.stream(args).map(Path::of).toList();
        new Thread(null, () -> Runtime.getRuntime().halt(served(channel, kernels)), "compiler", STACK_BYTES).start();
    }

    private static int served(Channel channel, List<Path> kernels) {
        try {
            return serve(channel, kernels);
        } catch (OutOfMemoryError e) { // while a frame was read or written
            return GAVE_UP;
        }
    }

    private static int serve(Channel channel, List<Path> kernels) {
        FrameReader<ToCompiler> reader = FrameReader.toCompiler(channel.in());
        try {
            reader.read();
            FrameWriter writer = new FrameWriter(channel.out(), reader.nonce());
            Compiler compiler = Compiler.against(kernels);
            writer.write(new Ready());
            while (true) {
                switch (reader.read()) {
                    case Hello() -> throw new IllegalStateException("the reader lets one greeting through");
                    case ToCompiler.Compile(List<ToCompiler.Source> sources) -> {
                        if (!answered(compiler, sources, writer)) {
                            return GAVE_UP;
                        }
                    }
                }
            }
        } catch (EOFException e) {
            return DONE;
        } catch (IOException | MalformedFrameException e) {
            System.err.println("Tried to listen to the host but failed because " + e.getMessage());
            return NO_HOST;
        }
    }

    /** Whether the compiler can go on. */
    private static boolean answered(Compiler compiler, List<ToCompiler.Source> sources, FrameWriter writer)
            throws IOException {
        try {
            say(compiler.compile(sources), writer);
            return true;
        } catch (GaveUpException e) {
            writer.write(new FromCompiler.Rejected(e.summary(), List.of()));
            return false;
        }
    }

    /** Says that, or where a frame does not take it, why not. */
    static void say(FromCompiler answer, FrameWriter writer) throws IOException {
        try {
            writer.write(answer);
        } catch (IllegalArgumentException e) { // before anything of it was written
            String summary = "what the compiler made of it cannot be passed on: " + e.getMessage();
            writer.write(new FromCompiler.Rejected(summary, List.of()));
        }
    }
}
