package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.net.WebAnswer;
import assay.server.store.Store;
import java.math.BigDecimal;
import java.util.Optional;

/** What comes before a grade is sent: our leave to do so, and a look at what the platform holds. */
final class Preparing {
    private final Store store;
    private final ServiceTokens tokens;
    private final GradeService service;

    Preparing(Store store, ServiceTokens tokens, GradeService service) {
        this.store = requireNonNull(store, "store is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.service = requireNonNull(service, "service is null");
    }

    /** What came of it. */
    sealed interface Prepared {
        /**
         * @param held the part of full marks that the platform holds; empty if it holds no grade
         * @param asked whether we may look at all
         */
        record Known(Registration registration, String token, Optional<BigDecimal> held, boolean asked)
                implements Prepared {}

        /** @param token whether it was already our leave that we did not get */
        record Not(WebAnswer answer, boolean token) implements Prepared {}
    }

    Prepared of(Score score) {
        Registration registration = store.read(tx -> new Registrations(tx).find(score.registration()))
                .orElseThrow();
        Scores.Rights rights = store.read(tx -> new Scores(tx).rights(score));
        boolean mayLook = rights.scopes().contains(Lti.SCOPE_RESULT);
        String scopes = mayLook ? Lti.SCOPE_SCORE + " " + Lti.SCOPE_RESULT : Lti.SCOPE_SCORE;
        return switch (tokens.get(registration, rights.deployment(), scopes)) {
            case ServiceTokens.Result.Refused(WebAnswer answer) -> new Prepared.Not(answer, true);
            case ServiceTokens.Result.Token(String token) -> {
                if (!mayLook) {
                    yield new Prepared.Known(registration, token, Optional.empty(), false);
                }
                yield switch (service.held(score, token)) {
                    case GradeService.Held.Known(Optional<BigDecimal> part) ->
                        new Prepared.Known(registration, token, part, true);
                    case GradeService.Held.Unknown(WebAnswer answer) -> {
                        tokens.forget(registration);
                        yield new Prepared.Not(answer, false);
                    }
                };
            }
        };
    }
}
