package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an event asks for, once it is read and what it names is known here. */
sealed interface Wanted {
    /**
     * To hand this in.
     *
     * @param submittedAt as the source gives it
     * @param key the same for the same submission, however many events tell of it
     */
    record Submission(
            String assignment, String person, Optional<Instant> submittedAt, String key, List<Download> files)
            implements Wanted {
        public Submission {
            requireNonNull(assignment, "assignment is null");
            requireNonNull(person, "person is null");
            requireNonNull(submittedAt, "submittedAt is null");
            requireNonNull(key, "key is null");
            files = List.copyOf(files);
        }
    }

    /**
     * A file of it.
     *
     * @param token that opens the address, and is sent to its host alone; empty where none is needed
     * @param follows whether it may send us on to another host, as storage behind an API does
     */
    record Download(String name, URI address, String token, boolean follows) {
        public Download {
            requireNonNull(name, "name is null");
            requireNonNull(address, "address is null");
            requireNonNull(token, "token is null");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Nothing, now or later. */
    record Nothing(String reason) implements Wanted {}

    /** It cannot be known yet. */
    record Later(String reason) implements Wanted {}
}
