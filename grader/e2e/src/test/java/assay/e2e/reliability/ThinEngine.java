package assay.e2e.reliability;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * This machine's engine behind a socket of its own, but that it says of itself that it cannot limit the number of
 * processes: an engine below the floor, wherever the test runs.
 */
final class ThinEngine implements AutoCloseable {
    private static final Path SYSTEMS = Path.of("/var/run/docker.sock");

    /** Of equal length, so that nothing else of the answer changes. */
    private static final byte[] KEPT = "\"PidsLimit\":true".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NOT_KEPT = "\"PidsLimit\":null".getBytes(StandardCharsets.US_ASCII);

    private final Path socket;
    private final ServerSocketChannel server;

    private ThinEngine(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /** @param folder its path must be short: a socket's has 108 characters at most */
    static ThinEngine in(Path folder) throws IOException {
        Path socket = folder.resolve("thin.sock");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        ThinEngine engine = new ThinEngine(socket, server);
        Thread.ofPlatform().daemon().name("thin-engine").start(engine::serve);
        return engine;
    }

    Map<String, String> environment() {
        return Map.of("DOCKER_HOST", "unix://" + socket);
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(SYSTEMS));
                Thread.ofPlatform().daemon().start(() -> carry(client, engine, false));
                Thread.ofPlatform().daemon().start(() -> carry(engine, client, true));
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** The engine's own client sends an answer about itself in one piece. */
    private static void carry(SocketChannel from, SocketChannel to, boolean change) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try {
            while (from.read(buffer) >= 0) {
                if (change) {
                    replace(buffer.array(), buffer.position());
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException gone) {
            close(from);
            close(to);
        }
    }

    private static void replace(byte[] bytes, int length) {
        for (int at = 0; at + KEPT.length <= length; at++) {
            if (bytes[at] == KEPT[0] && Arrays.equals(bytes, at, at + KEPT.length, KEPT, 0, KEPT.length)) {
                System.arraycopy(NOT_KEPT, 0, bytes, at, NOT_KEPT.length);
            }
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            return; // closed already
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
