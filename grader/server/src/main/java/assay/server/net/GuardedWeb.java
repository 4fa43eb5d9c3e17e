package assay.server.net;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks other systems over HTTP/1.1. A host is resolved once, every address of it is checked, and the one that was checked
 * is connected to; the JDK's client resolves for itself and could be answered otherwise the second time. Redirections
 * are answers. Size and time are capped as a whole, however slowly it comes. Safe for use by several threads.
 */
public final class GuardedWeb {
    private final NetworkPolicy policy;
    private final Resolver resolver;
    private final SSLSocketFactory tls;

    public GuardedWeb(NetworkPolicy policy, Resolver resolver) {
        this(policy, resolver, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param tls whom to believe; another than the JDK's for a test or a private authority */
    public GuardedWeb(NetworkPolicy policy, Resolver resolver, SSLSocketFactory tls) {
        this.policy = requireNonNull(policy, "policy is null");
        this.resolver = requireNonNull(resolver, "resolver is null");
        this.tls = requireNonNull(tls, "tls is null");
    }

    /** The same door with other limits, such as for a file that may be larger than a key. */
    public GuardedWeb within(NetworkPolicy other) {
        return new GuardedWeb(other, resolver, tls);
    }

    public NetworkPolicy policy() {
        return policy;
    }

    public WebAnswer send(WebRequest request) {
        Target target;
        try {
            target = Target.of(request.uri(), policy, resolver);
        } catch (Target.NotAllowed refused) {
            return new WebAnswer.Forbidden(String.valueOf(refused.getMessage()));
        } catch (UnknownHostException unknown) {
            return new WebAnswer.Failed("the host is not known");
        }
        Socket socket = new Socket();
        Thread watch = Thread.ofVirtual().name("web-patience").start(() -> closeLater(socket));
        try (socket) {
            return talk(request, target, socket);
        } catch (IOException broken) {
            return new WebAnswer.Failed(
                    watch.isAlive()
                            ? why(broken)
                            : "it took longer than " + policy.patience().toSeconds() + " s");
        } finally {
            watch.interrupt();
        }
    }

    /** Closing it is what ends every read and write at once, a handshake's as well. */
    private void closeLater(Socket socket) {
        try {
            Thread.sleep(policy.patience());
            socket.close();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            return; // and that is all that was wanted
        }
    }

    private WebAnswer talk(WebRequest request, Target target, Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(
                new InetSocketAddress(target.address(), target.port()),
                Math.toIntExact(policy.patience().toMillis()));
        try (Socket channel = target.tls() ? secured(socket, target) : socket) {
            channel.getOutputStream().write(bytes(request, target));
            channel.getOutputStream().flush();
            return new AnswerReader(new BufferedInputStream(channel.getInputStream()), policy.longestBody())
                    .read(request.method());
        }
    }

    private Socket secured(Socket socket, Target target) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, target.name(), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static byte[] bytes(WebRequest request, Target target) {
        String path = request.uri().getRawPath();
        String query = request.uri().getRawQuery();
        StringBuilder head = new StringBuilder(request.method().toUpperCase(Locale.ROOT))
                .append(' ')
                .append(path == null || path.isEmpty() ? "/" : path)
                .append(query == null ? "" : "?" + query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(target.authority())
                .append("\r\nConnection: close\r\nAccept-Encoding: identity\r\nUser-Agent: Assay\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (request.body().length > 0 || !request.method().equals("GET")) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(request.body());
        return out.toByteArray();
    }

    private static String why(IOException broken) {
        return broken.getClass().getSimpleName() + (broken.getMessage() == null ? "" : ": " + broken.getMessage());
    }
}
