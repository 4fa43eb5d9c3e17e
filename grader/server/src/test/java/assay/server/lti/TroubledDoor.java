package assay.server.lti;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands before a platform, and does to what passes through it whatever networks and platforms do on a bad day. */
final class TroubledDoor implements AutoCloseable {
    /** What happens to a request. */
    enum Trouble {
        NONE,
        TOO_MANY,
        BROKEN,
        CONFLICT,
        NO_LEAVE,
        RESET,
        HANG,
        /** The platform does what it was asked, and nobody hears of it. */
        LOST,
        /** Everything is well, says the door, and asks nobody. */
        LIE
    }

    private final URI platform;
    private final Random random;
    private final ServerSocket socket;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicBoolean trouble = new AtomicBoolean(true);
    private final Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);

    TroubledDoor(URI platform, Random random) throws IOException {
        this.platform = requireNonNull(platform, "platform is null");
        this.random = requireNonNull(random, "random is null");
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    URI at(String path) {
        return URI.create("http://" + host() + path);
    }

    void calm() {
        trouble.set(false);
    }

    Map<Trouble, Integer> counts() {
        synchronized (counts) {
            return Map.copyOf(counts);
        }
    }

    private void accept() {
        while (open.get()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            Request request = Request.read(caller.getInputStream());
            Trouble what = next();
            switch (what) {
                case NONE -> answer(caller, pass(request));
                case TOO_MANY -> answer(caller, 429, "Retry-After: " + random.nextInt(120) + "\r\n", "");
                case BROKEN -> answer(caller, 500 + random.nextInt(5), "", "oh no");
                case CONFLICT -> answer(caller, request.isScore() ? 409 : 503, "", "");
                case NO_LEAVE -> answer(caller, 401, "", "");
                case RESET -> caller.setSoLinger(true, 0);
                // Until the other side has had enough.
                case HANG -> caller.getInputStream().readAllBytes();
                case LOST -> {
                    pass(request);
                    caller.setSoLinger(true, 0);
                }
                case LIE -> answer(caller, 200, "", lie(request));
            }
        } catch (IOException gone) {
            return; // as callers are
        }
    }

    private static String lie(Request request) {
        return request.line().contains("/results") ? "[]" : request.isScore() ? "" : "<html>Welcome</html>";
    }

    private Trouble next() {
        synchronized (counts) {
            Trouble[] all = Trouble.values();
            boolean now = trouble.get() && random.nextInt(3) == 0;
            Trouble what = now ? all[random.nextInt(1, all.length)] : Trouble.NONE;
            counts.merge(what, 1, Integer::sum);
            return what;
        }
    }

    private HttpResponse<String> pass(Request request) throws IOException {
        try {
            HttpRequest.Builder on = HttpRequest.newBuilder(platform.resolve(request.path()))
                    .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
            request.headers().forEach(on::header);
            return client.send(on.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void answer(Socket caller, HttpResponse<String> answer) throws IOException {
        answer(caller, answer.statusCode(), "", answer.body());
    }

    private static void answer(Socket caller, int status, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " x\r\nConnection: close\r\n" + headers + "Content-Length: " + bytes.length
                + "\r\n\r\n";
        caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().write(bytes);
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        open.set(false);
        socket.close();
        client.close();
    }

    /** What came in, of what our own client sends. */
    private record Request(String line, Map<String, String> headers, String body) {
        private static final Set<String> PASSED = Set.of("authorization", "content-type", "accept");

        static Request read(InputStream in) throws IOException {
            String line = line(in);
            Map<String, String> headers = new HashMap<>();
            int length = 0;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
                String value = header.substring(header.indexOf(':') + 1).strip();
                if (name.equals("content-length")) {
                    length = Integer.parseInt(value);
                }
                if (PASSED.contains(name)) {
                    headers.put(name, value);
                }
            }
            return new Request(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
            return line.toString().strip();
        }

        String method() {
            return line.substring(0, line.indexOf(' '));
        }

        String path() {
            return line.split(" ")[1];
        }

        boolean isScore() {
            return line.contains("/scores");
        }
    }
}
