package assay.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H04 and H06: where we do not ask, and what an answer cannot do to us. */
class GuardedWebTest {
    private static final String OPEN = "93.184.216.34";

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    private static WebAnswer ask(String uri, String... addresses) {
        Resolver resolver = host -> {
            List<InetAddress> found = new ArrayList<>();
            for (String one : addresses) {
                found.add(address(one));
            }
            return found;
        };
        return new GuardedWeb(NetworkPolicy.standard().upTo(100, Duration.ofMillis(1)), resolver)
                .send(WebRequest.get(URI.create(uri)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "file:///etc/passwd",
                "jar:https://example.org/a.jar!/x",
                "gopher://example.org/",
                "ftp://example.org/",
                "https://user:pass@example.org/",
                "https://user@example.org/",
                "https://example.org:22/",
                "https://example.org:8443/",
                "https://example.org/#x",
                "https://0x7f000001/",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://0x7f.0.0.1/",
                "https://[fe80::1%25eth0]/",
                "https:///nohost",
                "https://exa_mple..org/",
            })
    void an_address_of_a_kind_that_is_not_asked_is_never_resolved(String uri) {
        Resolver never = host -> {
            throw new AssertionError("resolved " + host);
        };
        WebAnswer answer = new GuardedWeb(NetworkPolicy.standard(), never).send(WebRequest.get(URI.create(uri)));
        assertThat(answer).isInstanceOf(WebAnswer.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:1::1",
                "2001:db8::1",
                "fec0::1",
            })
    void a_host_with_an_address_of_ours_is_not_asked(String inside) {
        assertThat(ask("https://example.org/", inside)).isInstanceOf(WebAnswer.Forbidden.class);
        assertThat(ask("https://example.org/", OPEN, inside)).isInstanceOf(WebAnswer.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {OPEN, "1.1.1.1", "172.32.0.1", "172.15.0.1", "100.128.0.1", "2606:4700::1111", "2a00::1"})
    void the_open_internet_is_open(String outside) throws UnknownHostException {
        assertThat(Addresses.isOpen(address(outside))).isTrue();
    }

    /** DNS rebinding: the second answer would be the bad one, and nobody asks for it. */
    @Test
    void a_host_is_resolved_once() {
        List<String> asked = new ArrayList<>();
        Resolver flips = host -> {
            asked.add(host);
            return List.of(address(asked.size() == 1 ? "203.0.113.1" : "127.0.0.1"));
        };
        new GuardedWeb(NetworkPolicy.standard(), flips).send(WebRequest.get(URI.create("https://example.org/")));
        assertThat(asked).containsExactly("example.org");
    }

    @Test
    void the_address_that_was_checked_is_the_one_that_is_asked() {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
            Resolver elsewhere = host -> List.of(InetAddress.getLoopbackAddress());
            GuardedWeb web = new GuardedWeb(
                    NetworkPolicy.standard().trusting(Set.of("lms.example:" + server.port())), elsewhere);
            WebAnswer answer = web.send(WebRequest.post(
                            URI.create("http://lms.example:" + server.port() + "/a?b=c%20d"),
                            "text/plain",
                            "body".getBytes(StandardCharsets.UTF_8))
                    .with("X-One", "1"));
            assertThat(answer).isInstanceOfSatisfying(WebAnswer.Answered.class, got -> {
                assertThat(got.status()).isEqualTo(200);
                assertThat(got.text()).isEqualTo("hi");
            });
            assertThat(server.received())
                    .startsWith("POST /a?b=c%20d HTTP/1.1\r\nHost: lms.example:" + server.port() + "\r\n")
                    .contains("X-One: 1\r\n", "Content-Length: 4\r\n")
                    .endsWith("\r\n\r\nbody");
        }
    }

    private static WebAnswer answerOf(String raw, int longest) {
        try (RawServer server = RawServer.saying(raw)) {
            String host = "127.0.0.1:" + server.port();
            NetworkPolicy policy =
                    NetworkPolicy.standard().trusting(Set.of(host)).upTo(longest, Duration.ofSeconds(5));
            return new GuardedWeb(policy, Resolver.system()).send(WebRequest.get(URI.create("http://" + host + "/")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 302 Found~Location: http://169.254.169.254/~Content-Length: 0~~ | 302 | ''",
                "HTTP/1.1 100 Continue~~HTTP/1.1 200 OK~Content-Length: 1~~x | 200 | x",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2;a=b~hi~1~!~0~~ | 200 | hi!",
                "HTTP/1.0 200 OK~~until the end | 200 | until the end",
                "HTTP/1.1 204 No Content~~ | 204 | ''",
                "HTTP/1.1 410~Content-Length: 0~~ | 410 | ''",
            })
    void answers_are_read_and_redirections_are_answers(String raw, int status, String body) {
        assertThat(answerOf(raw.replace("~", "\r\n"), 100)).isInstanceOfSatisfying(WebAnswer.Answered.class, got -> {
            assertThat(got.status()).isEqualTo(status);
            assertThat(got.text()).isEqualTo(body);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK~Content-Length: 1000000000~~x",
                "HTTP/1.1 200 OK~Content-Length: 5~Content-Length: 6~~xxxxx",
                "HTTP/1.1 200 OK~Content-Length: -1~~x",
                "HTTP/1.1 200 OK~Content-Length: 50~~early",
                "HTTP/1.1 200 OK~Transfer-Encoding: gzip~~x",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~ffffffff~x",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~5~hello world",
                "HTTP/1.1 200 OK~no colon~~",
                "SSH-2.0-OpenSSH~",
                "",
            })
    void a_bad_answer_is_a_failure_and_nothing_worse(String raw) {
        assertThat(answerOf(raw.replace("~", "\r\n"), 100)).isInstanceOf(WebAnswer.Failed.class);
        assertThat(answerOf("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(101), 100)).isInstanceOf(WebAnswer.Failed.class);
        assertThat(answerOf("HTTP/1.1 200 OK\r\nA: " + "x".repeat(10_000), 100)).isInstanceOf(WebAnswer.Failed.class);
    }

    @Test
    void who_never_answers_is_left_after_a_while() {
        try (RawServer server = RawServer.silent()) {
            String host = "127.0.0.1:" + server.port();
            NetworkPolicy policy =
                    NetworkPolicy.standard().trusting(Set.of(host)).upTo(100, Duration.ofMillis(200));
            assertThat(new GuardedWeb(policy, Resolver.system())
                            .send(WebRequest.get(URI.create("http://" + host + "/"))))
                    .isInstanceOf(WebAnswer.Failed.class);
        }
    }

    @Test
    void a_line_of_ours_cannot_be_broken() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> WebRequest.get(URI.create("https://a.b/")).with("X", "a\r\nHost: evil")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
