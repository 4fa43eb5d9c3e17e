package assay.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The wire to a database, which a test can cut: at once, or so that a commit arrives and its answer does not. */
public final class CutWire implements AutoCloseable {
    private static final int CHUNK = 8192;

    private final int target;
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean loseCommit = new AtomicBoolean();

    public CutWire(int target) throws IOException {
        this.target = target;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** All that are connected now; whoever connects anew comes through. */
    public void cut() {
        open.forEach(CutWire::close);
    }

    public void loseNextCommit() {
        loseCommit.set(true);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(caller);
                open.add(server);
                AtomicBoolean lost = new AtomicBoolean();
                Thread.ofVirtual().start(() -> copy(caller, server, lost, true));
                Thread.ofVirtual().start(() -> copy(server, caller, lost, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to, AtomicBoolean lost, boolean asks) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (!asks && lost.get()) {
                    return; // the database has answered, and nobody hears it
                }
                if (asks && says(Arrays.copyOf(chunk, read), "COMMIT") && loseCommit.getAndSet(false)) {
                    lost.set(true);
                }
                out.write(chunk, 0, read);
                out.flush();
            }
        } catch (IOException gone) {
            return; // as it is when it is cut
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static boolean says(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
    }

    private static void close(Socket one) {
        try {
            one.close();
        } catch (IOException gone) {
            return; // and that is what was wanted
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        cut();
    }
}
