package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The systems that may send a course events, and those that are told of its own.
 *
 * @param instructor whether they may change something
 * @param fresh a secret that was just drawn, which is shown once
 */
public record WebhooksPage(
        Frame frame,
        Link course,
        String address,
        boolean instructor,
        String done,
        Optional<Secret> fresh,
        List<String> problems,
        List<Source> sources,
        List<Receiver> receivers) {
    /**
     * What has to be entered in the other system.
     *
     * @param address where that system sends to; empty where we send
     */
    public record Secret(String of, String secret, String address, String meaning) {
        public Secret {
            requireNonNull(of, "of is null");
            requireNonNull(secret, "secret is null");
            requireNonNull(address, "address is null");
            requireNonNull(meaning, "meaning is null");
        }
    }

    /** @param rotate whether it has a secret of ours that can be drawn anew */
    public record Source(String id, String kind, String address, String state, boolean on, boolean rotate) {
        public Source {
            requireNonNull(id, "id is null");
            requireNonNull(kind, "kind is null");
            requireNonNull(address, "address is null");
            requireNonNull(state, "state is null");
        }
    }

    public record Receiver(String id, String url, String state, boolean on) {
        public Receiver {
            requireNonNull(id, "id is null");
            requireNonNull(url, "url is null");
            requireNonNull(state, "state is null");
        }
    }

    public WebhooksPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(course, "course is null");
        requireNonNull(address, "address is null");
        requireNonNull(done, "done is null");
        requireNonNull(fresh, "fresh is null");
        problems = List.copyOf(problems);
        sources = List.copyOf(sources);
        receivers = List.copyOf(receivers);
    }
}
