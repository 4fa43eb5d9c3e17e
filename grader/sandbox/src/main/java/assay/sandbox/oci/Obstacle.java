package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;

/**
 * What keeps somebody from making containers.
 *
 * @param why in words
 * @param remedy what helps
 */
public record Obstacle(String why, String remedy) {
    public Obstacle {
        requireNonNull(why, "why is null");
        requireNonNull(remedy, "remedy is null");
    }

    public String text() {
        return why + "; what helps: " + remedy;
    }

    GraderFault fault() {
        return new GraderFault(GraderFault.Code.SANDBOX, "make containers without an engine", text());
    }
}
