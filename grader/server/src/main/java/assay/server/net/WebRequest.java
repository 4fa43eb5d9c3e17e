package assay.server.net;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request; names and values of headers are ours, never a stranger's. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record WebRequest(String method, URI uri, Map<String, String> headers, byte[] body) {
    public WebRequest {
        requireNonNull(method, "method is null");
        requireNonNull(uri, "uri is null");
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if ((name + value).chars().anyMatch(letter -> letter < ' ' || letter == 0x7F)) {
                throw new IllegalArgumentException("a header holds a control character: " + name);
            }
        });
        body = body.clone();
    }

    public static WebRequest get(URI uri) {
        return new WebRequest("GET", uri, Map.of(), new byte[0]);
    }

    public static WebRequest post(URI uri, String contentType, byte[] body) {
        return new WebRequest("POST", uri, Map.of("Content-Type", contentType), body);
    }

    public WebRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WebRequest(method, uri, more, body);
    }
}
