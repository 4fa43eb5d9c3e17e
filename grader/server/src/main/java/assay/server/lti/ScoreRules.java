package assay.server.lti;

import assay.core.domain.Points;
import assay.server.net.WebAnswer;
import assay.server.outbox.RetryAfter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is done about a grade, given what the platform holds and what it answers (Assignment and Grade Services 2.0, and
 * how Moodle's scores.php and Canvas's scores_controller.rb keep to it). Pure.
 */
final class ScoreRules {
    /** As exact as platforms keep percentages. */
    private static final BigDecimal SAME = new BigDecimal("0.0005");

    private ScoreRules() {}

    /** What to do, knowing what the platform holds. */
    enum Step {
        SEND,
        /** It has our grade already: the answer to an earlier try was lost. */
        DONE,
        /** Somebody there gave another grade. */
        HOLD
    }

    /** @param held the part of full marks that the platform holds; empty if it holds no grade */
    static Step next(Score score, Optional<BigDecimal> held) {
        Optional<BigDecimal> ours = score.given().map(points -> part(points, score.maximum()));
        if (held.isEmpty()) {
            // A grade of ours that was taken away there was taken away by somebody; one never sent was not.
            return ours.isEmpty() ? Step.DONE : score.sent().isPresent() ? Step.HOLD : Step.SEND;
        }
        if (ours.isPresent() && same(held.get(), ours.get())) {
            return Step.DONE;
        }
        return ours(score, held).isPresent() ? Step.SEND : Step.HOLD;
    }

    /** Which of ours the platform holds, if it holds one: the last it had, or the one whose answer was lost. */
    static Optional<Points> ours(Score score, Optional<BigDecimal> held) {
        return Stream.of(score.tried(), score.sent())
                .flatMap(Optional::stream)
                .filter(points -> held.filter(part -> same(part, part(points, score.maximum())))
                        .isPresent())
                .findFirst();
    }

    /** Whether the platform holds what we wanted it to. */
    static boolean holds(Score score, Optional<BigDecimal> held) {
        return score.given()
                .map(points -> held.filter(part -> same(part, part(points, score.maximum())))
                        .isPresent())
                .orElse(held.isEmpty());
    }

    /** Whether it is the platform that is away or wants to be left alone, and not this one grade's trouble. */
    static boolean away(WebAnswer answer) {
        return switch (answer) {
            case WebAnswer.Failed _ -> true;
            case WebAnswer.Forbidden _ -> false;
            case WebAnswer.Answered answered -> answered.status() != 500;
        };
    }

    private static BigDecimal part(Points points, Points maximum) {
        return points.value().divide(maximum.value(), MathContext.DECIMAL64);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(SAME) <= 0;
    }

    /** Later than the last, by a second at least, since Moodle compares seconds and refuses equal ones. */
    static Instant stamp(Score score, Instant now) {
        return score.stamped()
                .map(last -> last.plusSeconds(1))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    /** What an answer to a grade means. */
    sealed interface Outcome {
        record Taken() implements Outcome {}

        /** @param asked how long the platform wants to be left alone */
        record Retry(Duration asked, boolean forgetToken) implements Outcome {}

        /** The platform has something of a later time: look at what it holds, and send with a later one. */
        record Stale() implements Outcome {}

        /** @param reason a sentence for a person */
        record Refused(String reason) implements Outcome {}
    }

    static Outcome outcome(WebAnswer answer, Instant now) {
        return switch (answer) {
            case WebAnswer.Failed _ -> new Outcome.Retry(Duration.ZERO, false);
            case WebAnswer.Forbidden forbidden ->
                new Outcome.Refused("We do not ask there: " + forbidden.reason() + ".");
            case WebAnswer.Answered answered -> answered.isSuccess() ? new Outcome.Taken() : failed(answered, now);
        };
    }

    private static Outcome failed(WebAnswer.Answered answered, Instant now) {
        Duration asked = answered.header("retry-after")
                .map(header -> RetryAfter.of(header, now))
                .orElse(Duration.ZERO);
        // Canvas says 403 where others say 429.
        boolean throttled = answered.status() == 403
                && answered.header("x-rate-limit-remaining")
                        .filter(left -> left.matches("-?0*(\\.0+)?|-.*"))
                        .isPresent();
        boolean stale = answered.status() == 409
                || (answered.status() == 400
                        && answered.text().toLowerCase(java.util.Locale.ROOT).contains("timestamp"));
        if (throttled || answered.status() == 429 || answered.status() >= 500 || answered.status() == 408) {
            return new Outcome.Retry(asked, false);
        }
        if (answered.status() == 401) {
            return new Outcome.Retry(asked, true);
        }
        if (stale) {
            return new Outcome.Stale();
        }
        return new Outcome.Refused(reason(answered.status()));
    }

    private static String reason(int status) {
        return switch (status) {
            case 403 -> "The platform does not allow us to grade there (403).";
            case 404 -> "The platform has no such column for grades any more (404).";
            case 400, 412, 422 ->
                "The platform does not take it (" + status + "): perhaps this person is no student there any more, the"
                        + " course is not published or has ended, or no attempt is left.";
            default -> "The platform does not take it (" + status + ").";
        };
    }
}
