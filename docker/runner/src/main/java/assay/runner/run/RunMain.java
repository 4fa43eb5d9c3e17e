package assay.runner.run;

import assay.runner.channel.Channel;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.LastWord;
import assay.runner.frame.MalformedFrameException;
import assay.runner.frame.Ready;
import assay.runner.frame.ToRunner;
import java.io.EOFException;
import java.io.IOException;

/**
 * A runner: loads one submission's classes and makes the calls that the host asks for, one after another, until the
 * host hangs up. To be started with {@code --limit-modules java.base}, so that a student's code sees no more of the JDK
 * than it was compiled against.
 */
public final class RunMain {
    /** The host hung up. */
    static final int DONE = 0;
    /** The host said something that is no frame, or its pipe broke. */
    static final int NO_HOST = 2;
    /** The student's code left no memory to go on with; said before, since anybody can exit with this. */
    static final int OUT_OF_MEMORY = 3;

    private RunMain() {}

    public static void main(String[] args) {
        Channel channel = Channel.claim();
        LastWord lastWord = new LastWord(channel.out());
        int status;
        try {
            status = serve(channel, lastWord);
        } catch (OutOfMemoryError e) {
            lastWord.say();
            status = OUT_OF_MEMORY;
        }
        // Not exit: a student's shutdown hooks and threads have no say in the end.
        Runtime.getRuntime().halt(status);
    }

    private static int serve(Channel channel, LastWord lastWord) {
        FrameReader<ToRunner> reader = FrameReader.toRunner(channel.in());
        try {
            reader.read();
            lastWord.prepare(reader.nonce());
            FrameWriter writer = new FrameWriter(channel.out(), reader.nonce());
            Runner runner = new Runner(new Surroundings(channel)::reset, writer::write);
            writer.write(new Ready());
            while (true) {
                runner.serve(reader.read());
            }
        } catch (EOFException e) {
            return DONE;
        } catch (IOException | MalformedFrameException e) {
            System.err.println("Tried to listen to the host but failed because " + e.getMessage());
            return NO_HOST;
        }
    }
}
