package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.page.Pages;
import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import assay.server.store.Store;
import assay.server.testing.SettableClock;
import assay.server.testing.TestSite;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E10: uploads that never end, come byte by byte, say they are longer than they are, or are more than they seem. */
@Tag("alone")
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
final class SlowUploadTest {
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=b";
    private static final String WHOLE = "{\"files\": {\"A.java\": \"class A {}\"}}";
    private static final int MOST = 100_000;
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int TIMES = 50;

    @SuppressWarnings("NullAway.Init") // before all
    private Database database;

    @SuppressWarnings("NullAway.Init") // before all
    private WebServer server;

    private int port;

    @BeforeAll
    void start(@TempDir Path data) {
        database = Database.open(DatabaseUrl.ofFile(data.resolve("assay.db")));
        SettableClock clock = new SettableClock(TestSite.START);
        Guard guard = new Guard(
                new Store(database.source(), clock), "http://here", new RateLimit(TestSite.MOST_REQUESTS, clock));
        Route route = Route.post("/in", Access.EXTERNAL, call -> {
            Uploads upload = Uploads.of(call.http());
            Json.answer(call.http(), 200, List.of(upload.name()));
        });
        server = new WebServer(
                List.of(route),
                guard,
                new Pages(),
                false,
                MOST,
                new SlowBodies.Pace(GRACE, 1000),
                new SimpleMeterRegistry());
        port = server.start("127.0.0.1", 0);
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, FORM})
    void what_comes_byte_by_byte_is_given_up(String type) throws Exception {
        try (Socket sender = sender(type, "Content-Length: 50000")) {
            sender.getOutputStream().write(begin(type).getBytes(StandardCharsets.US_ASCII));

            String answer = trickle(sender, new byte[] {' '}, Duration.ofMillis(20));

            assertThat(answer).startsWith("HTTP/1.1 408 ");
        }
        assertThat(served()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_form_of_many_small_pieces_that_never_ends_is_given_up() throws Exception {
        try (Socket sender = sender(FORM, "Transfer-Encoding: chunked")) {
            String answer = trickle(sender, "1\r\n-\r\n".getBytes(StandardCharsets.US_ASCII), Duration.ofMillis(20));

            assertThat(answer).startsWith("HTTP/1.1 408 ");
        }
        assertThat(served()).startsWith("HTTP/1.1 200 ");
    }

    /** Nobody's telephone is as even as a program. */
    @Test
    void who_pauses_but_is_no_slower_than_one_may_be_is_heard() throws Exception {
        try (Socket sender = sender(JSON, "Content-Length: " + WHOLE.length())) {
            OutputStream out = sender.getOutputStream();
            out.write(WHOLE.substring(0, 5).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            pause(GRACE.dividedBy(2));
            out.write(WHOLE.substring(5).getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(answer(sender)).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, FORM})
    void an_upload_without_an_end_is_cut_off_at_the_most_that_is_taken(String type) throws Exception {
        try (Socket sender = sender(type, "Transfer-Encoding: chunked")) {
            String piece = "x".repeat(1000);
            String answer =
                    trickle(sender, ("3e8\r\n" + piece + "\r\n").getBytes(StandardCharsets.US_ASCII), Duration.ZERO);

            assertThat(answer).startsWith("HTTP/1.1 4");
        }
        assertThat(served()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void an_upload_that_is_shorter_than_it_says_is_nobodys_loss() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            try (Socket sender = sender(i % 2 == 0 ? JSON : FORM, "Content-Length: 5000")) {
                sender.getOutputStream().write(WHOLE.getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(served()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void two_lengths_are_none() throws Exception {
        try (Socket sender = sender(JSON, "Content-Length: 5\r\nContent-Length: 6")) {
            assertThat(answer(sender)).startsWith("HTTP/1.1 400 ");
        }
    }

    /** Nothing is unpacked that the sender packed. */
    @Test
    void a_packed_body_is_not_unpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[50_000_000]);
        }
        String header = "Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size();
        try (Socket sender = sender(JSON, header)) {
            sender.getOutputStream().write(packed.toByteArray());
            assertThat(answer(sender)).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void a_form_of_thousands_of_parts_is_refused() throws Exception {
        String part = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n";
        byte[] body = (part.repeat(1900) + "--b--\r\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(body.length).isLessThan(MOST);
        try (Socket sender = sender(FORM, "Content-Length: " + body.length)) {
            sender.getOutputStream().write(body);
            assertThat(answer(sender)).startsWith("HTTP/1.1 4");
        }
    }

    private String served() throws IOException {
        try (Socket sender = sender(JSON, "Connection: close\r\nContent-Length: " + WHOLE.length())) {
            sender.getOutputStream().write(WHOLE.getBytes(StandardCharsets.US_ASCII));
            return answer(sender);
        }
    }

    private static String begin(String type) {
        return type.equals(JSON)
                ? "{"
                : "--b\r\nContent-Disposition: form-data; name=files; filename=A.java\r\n\r\nclass A {";
    }

    private Socket sender(String type, String header) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Duration.ofSeconds(50).toMillis());
        socket.getOutputStream()
                .write(("POST /in HTTP/1.1\r\nHost: here\r\nContent-Type: " + type + "\r\n" + header + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Sends that again and again until there is an answer; gives it back once the other side has hung up. */
    private static String trickle(Socket sender, byte[] piece, Duration pause) throws Exception {
        try {
            while (sender.getInputStream().available() == 0) {
                sender.getOutputStream().write(piece);
                sender.getOutputStream().flush();
                pause(pause);
            }
        } catch (IOException hungUp) {
            return answer(sender);
        }
        return answer(sender);
    }

    private static String answer(Socket sender) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1000];
        for (int count = read(sender, buffer); count > 0; count = read(sender, buffer)) {
            all.write(buffer, 0, count);
            if (all.toString(StandardCharsets.UTF_8).endsWith("]")) { // ours says "keep alive"
                break;
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static int read(Socket sender, byte[] buffer) throws IOException {
        try {
            return sender.getInputStream().read(buffer);
        } catch (java.net.SocketException reset) { // what we had sent by then was never read
            return -1;
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(never).isFalse();
    }
}
