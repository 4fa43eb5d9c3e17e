package assay.server.page;

import static java.util.Objects.requireNonNull;

/** An address and its words. */
public record Link(String words, String address) {
    public Link {
        requireNonNull(words, "words is null");
        requireNonNull(address, "address is null");
    }
}
