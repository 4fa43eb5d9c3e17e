package assay.e2e.reliability;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A client that costs next to nothing, for one thread: requests that lie ready, over one connection that stays open. Those
 * who hand in sit at machines of their own, and what a comfortable client takes would be missing to the server here.
 */
final class Sender implements AutoCloseable {
    private static final int BUFFER = 4096;

    private final Socket socket;
    private final InputStream in;

    Sender(URI server) throws IOException {
        this.socket = new Socket(requireNonNull(server.getHost(), "the address has no host"), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** A request as it goes over the wire. */
    static byte[] post(URI server, String path, String token, String key, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = String.join(
                        "\r\n",
                        "POST " + path + " HTTP/1.1",
                        "Host: " + server.getAuthority(),
                        "Authorization: Bearer " + token,
                        "Idempotency-Key: " + key,
                        "Content-Type: application/json",
                        "Content-Length: " + body.length,
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** @return the status, once the whole answer is there */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (length < 0) {
            throw new IOException("the answer does not say how long it is");
        }
        in.skipNBytes(length);
        return status;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the server has hung up");
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
