package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.webhook.Incoming.Unsigned;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a push to GitHub says, as far as it matters: which commit of whose repository.
 *
 * @param usual whether it is on the branch that GitHub shows first
 * @param pushedAt by GitHub's clock; a commit's own time is whatever its author likes
 */
record GithubPush(String repository, String commit, boolean usual, Optional<Instant> pushedAt) {
    GithubPush {
        requireNonNull(repository, "repository is null");
        requireNonNull(commit, "commit is null");
        requireNonNull(pushedAt, "pushedAt is null");
    }

    /** Empty where it is no push of a commit. */
    static Optional<GithubPush> read(byte[] payload) {
        try {
            JsonNode event = EventJson.object(payload);
            JsonNode repository = event.path("repository");
            String name = EventJson.text(repository, "full_name");
            String commit = EventJson.text(event, "after");
            JsonNode pushed = repository.path("pushed_at");
            boolean whole = name.matches("[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}")
                    && !name.contains("..")
                    && commit.matches("[0-9a-f]{40}|[0-9a-f]{64}")
                    && !commit.matches("0+");
            return whole
                    ? Optional.of(new GithubPush(
                            name,
                            commit,
                            EventJson.text(event, "ref")
                                    .equals("refs/heads/" + EventJson.text(repository, "default_branch")),
                            pushed.isIntegralNumber() && pushed.canConvertToInt()
                                    ? Optional.of(Instant.ofEpochSecond(pushed.longValue()))
                                    : Optional.empty()))
                    : Optional.empty();
        } catch (Unsigned malformed) {
            return Optional.empty();
        }
    }
}
