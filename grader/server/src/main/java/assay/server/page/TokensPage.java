package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Somebody's tokens; {@code fresh} is the one just made, which is shown once. */
public record TokensPage(Frame frame, String fresh, List<TokenLine> tokens) {
    public TokensPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(fresh, "fresh is null");
        tokens = List.copyOf(tokens);
    }
}
