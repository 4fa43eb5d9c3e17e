package assay.server.page;

import static java.util.Objects.requireNonNull;

/** A worker. */
public record WorkerLine(String name, String host, String has, String seen, String note) {
    public WorkerLine {
        requireNonNull(name, "name is null");
        requireNonNull(host, "host is null");
        requireNonNull(has, "has is null");
        requireNonNull(seen, "seen is null");
        requireNonNull(note, "note is null");
    }
}
