package assay.server.net;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of a request. */
public sealed interface WebAnswer {
    /**
     * An answer, of whatever status; a redirection is one as well and is never followed.
     *
     * @param headers by lower-cased name
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Answered(int status, Map<String, List<String>> headers, byte[] body) implements WebAnswer {
        public Answered {
            headers = Map.copyOf(headers);
            body = body.clone();
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The first of that name. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** We do not ask there: it is not allowed, and will not be later. */
    record Forbidden(String reason) implements WebAnswer {
        public Forbidden {
            requireNonNull(reason, "reason is null");
        }
    }

    /** Nobody answered, or not properly; it may be otherwise later. */
    record Failed(String reason) implements WebAnswer {
        public Failed {
            requireNonNull(reason, "reason is null");
        }
    }

    /** One line, for a log or a page; never the body, which is a stranger's. */
    default String summary() {
        return switch (this) {
            case Answered answered -> "HTTP " + answered.status();
            case Forbidden forbidden -> "not asked: " + forbidden.reason();
            case Failed failed -> "no answer: " + failed.reason();
        };
    }
}
