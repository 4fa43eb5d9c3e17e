package assay.core.report.page;

import static java.util.Objects.requireNonNull;

/** A way from a report to the pages around it, where it is shown by the service. */
public record Way(String words, String address) {
    public Way {
        requireNonNull(words, "words is null");
        requireNonNull(address, "address is null");
    }
}
