package assay.server.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Answers one connection with given bytes, whatever they are; or never. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final CompletableFuture<String> received = new CompletableFuture<>();

    private RawServer(ServerSocket socket) {
        this.socket = socket;
    }

    static RawServer saying(String answer) {
        RawServer server = open();
        Thread.ofVirtual().start(() -> server.serve(answer));
        return server;
    }

    /** The system accepts connections for it, and that is all. */
    static RawServer silent() {
        return open();
    }

    private static RawServer open() {
        try {
            return new RawServer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(String answer) {
        try (Socket client = socket.accept()) {
            received.complete(request(client.getInputStream()));
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
        } catch (IOException gone) {
            received.completeExceptionally(gone);
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
            bytes.write(in.read());
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1);
        int at = head.indexOf("Content-Length: ");
        if (at >= 0) {
            String length = head.substring(at + 16, head.indexOf('\r', at));
            bytes.writeBytes(in.readNBytes(Integer.parseInt(length)));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    int port() {
        return socket.getLocalPort();
    }

    String received() {
        return received.join();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
