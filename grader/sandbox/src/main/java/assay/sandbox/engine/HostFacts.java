package assay.sandbox.engine;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * What decides how an engine comes to this machine.
 *
 * @param distributions the distribution and those that it is like, by {@code ID} and {@code ID_LIKE} of
 *     {@code /etc/os-release}
 * @param named the endpoint that the user named in {@code DOCKER_HOST}
 * @param state how far one gets at the endpoints of this machine
 * @param installed whether there is an engine that could be started
 * @param systemd whether systemd runs this machine
 * @param terminal whether there is somebody to ask
 * @param consented whether somebody is there to say yes, or has said it beforehand
 * @param user by name
 */
record HostFacts(
        OperatingSystem os,
        Set<String> distributions,
        Optional<String> named,
        State state,
        boolean installed,
        boolean systemd,
        Privilege privilege,
        boolean terminal,
        boolean consented,
        String user) {
    HostFacts {
        requireNonNull(os, "os is null");
        distributions = Set.copyOf(distributions);
        requireNonNull(named, "named is null");
        requireNonNull(state, "state is null");
        requireNonNull(privilege, "privilege is null");
        requireNonNull(user, "user is null");
    }

    /** Whether programs can be run as root, by asking for a password at most. */
    boolean mayBecomeRoot() {
        return switch (privilege) {
            case ROOT, SUDO -> true;
            case SUDO_WITH_PASSWORD -> terminal;
            case NONE -> false;
        };
    }

    boolean debian() {
        return distributions.contains("debian") || distributions.contains("ubuntu");
    }

    /** {@link Reach} without its particulars. */
    enum State {
        NOWHERE,
        SILENT,
        DENIED,
        ANSWERS
    }

    /** How to become root. */
    enum Privilege {
        ROOT,
        SUDO,
        SUDO_WITH_PASSWORD,
        NONE
    }
}
