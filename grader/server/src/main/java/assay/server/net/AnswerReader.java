package assay.server.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads one answer of HTTP/1.1 (RFC 9112) from a stream that ends with it, and no more of it than it may hold. */
final class AnswerReader {
    private static final int LONGEST_LINE = 8 << 10;
    private static final int MOST_HEADERS = 200;

    private final InputStream in;
    private final int longestBody;

    AnswerReader(InputStream in, int longestBody) {
        this.in = in;
        this.longestBody = longestBody;
    }

    WebAnswer read(String method) throws IOException {
        int status = status(line());
        Map<String, List<String>> headers = headers();
        while (status >= 100 && status < 200) {
            status = status(line());
            headers = headers();
        }
        boolean empty = method.equals("HEAD") || status == 204 || status == 304;
        byte[] body = empty ? new byte[0] : body(headers);
        return new WebAnswer.Answered(status, headers, body);
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new IOException("this is not HTTP");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        int count = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || ++count > MOST_HEADERS) {
                throw new IOException("the headers are malformed or too many");
            }
            headers.computeIfAbsent(
                            line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        List<String> coding = headers.getOrDefault("transfer-encoding", List.of());
        if (!coding.isEmpty()) {
            if (coding.size() != 1 || !coding.getFirst().equalsIgnoreCase("chunked")) {
                throw new IOException("the transfer encoding is not known");
            }
            return chunked();
        }
        List<String> lengths = headers.getOrDefault("content-length", List.of()).stream()
                .distinct()
                .toList();
        if (lengths.isEmpty()) {
            return upTo(longestBody + 1L, false);
        }
        if (lengths.size() != 1 || !lengths.getFirst().matches("[0-9]{1,12}")) {
            throw new IOException("the content length is malformed");
        }
        return upTo(Long.parseLong(lengths.getFirst()), true);
    }

    private byte[] upTo(long length, boolean exactly) throws IOException {
        if (exactly && length > longestBody) {
            throw tooLong();
        }
        byte[] body = in.readNBytes(Math.toIntExact(length));
        if (body.length > longestBody) {
            throw tooLong();
        }
        if (exactly && body.length < length) {
            throw new IOException("the answer ends before its end");
        }
        return body;
    }

    private byte[] chunked() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line().split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,8}")) {
                throw new IOException("a chunk's size is malformed");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                return body.toByteArray(); // trailers are of no use here
            }
            if (body.size() + length > longestBody) {
                throw tooLong();
            }
            body.writeBytes(upTo(length, true));
            if (!line().isEmpty()) {
                throw new IOException("a chunk does not end where it says");
            }
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("the answer ends early, or a line of it is too long");
            }
            line.write(letter);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private IOException tooLong() {
        return new IOException("the answer is longer than " + longestBody + " bytes");
    }
}
