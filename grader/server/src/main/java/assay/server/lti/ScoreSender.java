package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.net.GuardedWeb;
import assay.server.net.WebAnswer;
import assay.server.outbox.ArrivalState;
import assay.server.outbox.Breakers;
import assay.server.outbox.RetrySchedule;
import assay.server.store.Store;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Brings grades to platforms: each once, the newest last, and never over what somebody decided there. Before anything is
 * sent, the platform is asked what it holds; so a lost answer costs nothing, and an instructor's own grade is seen.
 * One grade's trouble stops no other's. Safe for several threads and servers.
 */
public final class ScoreSender {
    private static final int AT_A_TIME = 100;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MOST_STALE = 3;

    private final Breakers platforms = new Breakers();
    private final Store store;
    private final ServiceTokens tokens;
    private final GradeService service;
    private final Preparing preparing;
    private final RetrySchedule schedule;
    private final DoubleSupplier random;

    public ScoreSender(
            Store store, ServiceTokens tokens, GuardedWeb web, RetrySchedule schedule, DoubleSupplier random) {
        this.store = requireNonNull(store, "store is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.service = new GradeService(web);
        this.preparing = new Preparing(store, tokens, service);
        this.schedule = requireNonNull(schedule, "schedule is null");
        this.random = requireNonNull(random, "random is null");
    }

    /**
     * Takes up what has changed, and sends what is due.
     *
     * @return how many were tried
     */
    public int sendDue() {
        store.write(tx -> new ChangedGrades(tx).takeUp());
        List<Score> due = store.read(tx -> new Scores(tx).due(AT_A_TIME));
        int tried = 0;
        for (Score score : due) {
            Instant now = store.clock().instant();
            // A platform that does not answer is left alone, and what waits for it has not been tried.
            if (platforms.letsThrough(score.registration(), now) && store.write(tx -> new Scores(tx).claim(score))) {
                tried++;
                platforms.trying(score.registration(), now);
                send(score);
            }
        }
        return tried;
    }

    /**
     * A person decides that our grade counts, whatever the platform holds now.
     *
     * @return whether the platform could be asked what that is
     */
    public boolean overwrite(Score score, String teacher) {
        return preparing.of(score) instanceof Preparing.Prepared.Known known
                && store.write(tx -> {
                    // Where the platform holds nothing, nothing of ours was sent either.
                    new StudentScores(tx).overwrite(score, known.held().orElse(BigDecimal.ZERO));
                    tx.audit(teacher, "grade sent over another", score.course(), score.person(), score.assignment());
                    return true;
                });
    }

    private void send(Score score) {
        switch (preparing.of(score)) {
            case Preparing.Prepared.Not(WebAnswer answer, boolean token) -> settle(score, answer, token, false);
            case Preparing.Prepared.Known known -> {
                ScoreRules.Step step = known.asked() ? ScoreRules.next(score, known.held()) : ScoreRules.Step.SEND;
                switch (step) {
                    case DONE -> delivered(score, "the platform has it already");
                    case HOLD -> held(score, "the platform holds another grade, which was not ours");
                    case SEND -> {
                        Instant stamp = ScoreRules.stamp(score, store.clock().instant());
                        Optional<Points> before = known.asked() ? ScoreRules.ours(score, known.held()) : score.sent();
                        record(tx -> tx.stamp(score, stamp, before));
                        WebAnswer answer = service.send(known.registration(), score, stamp, known.token());
                        settle(
                                score,
                                known.asked() ? believed(score, known.token(), answer) : answer,
                                false,
                                known.asked());
                    }
                }
            }
        }
    }

    /** A platform may say that it has taken a grade which it then does not hold. */
    private WebAnswer believed(Score score, String token, WebAnswer answer) {
        boolean taken = answer instanceof WebAnswer.Answered answered && answered.isSuccess();
        return taken
                        && service.held(score, token) instanceof GradeService.Held.Known(Optional<BigDecimal> part)
                        && !ScoreRules.holds(score, part)
                ? new WebAnswer.Failed("the platform said that it took the grade, but it holds another")
                : answer;
    }

    /**
     * @param token whether it was already our leave that we did not get
     * @param looked whether we know what the platform holds, so that a later time overwrites nobody
     */
    private void settle(Score score, WebAnswer answer, boolean token, boolean looked) {
        Instant now = store.clock().instant();
        switch (ScoreRules.outcome(answer, now)) {
            case ScoreRules.Outcome.Taken _ -> delivered(score, answer.summary());
            case ScoreRules.Outcome.Refused(String reason) -> {
                // A platform that is set up again gives leave again: that is worth waiting for.
                if (token) {
                    platforms.failed(score.registration(), now, Duration.ZERO);
                    later(score, Duration.ZERO, answer.summary());
                } else {
                    platforms.answered(score.registration());
                    record(tx -> tx.state(score, ArrivalState.REFUSED, reason));
                }
            }
            case ScoreRules.Outcome.Stale _ -> {
                platforms.answered(score.registration());
                if (score.tries() < MOST_STALE) {
                    record(tx -> tx.retry(score, now.plus(SOON), answer.summary()));
                } else if (looked) {
                    later(score, Duration.ZERO, answer.summary());
                } else {
                    record(tx ->
                            tx.state(score, ArrivalState.HELD, "the platform holds something newer than this grade"));
                }
            }
            case ScoreRules.Outcome.Retry(Duration asked, boolean forget) -> {
                if (forget) {
                    store.read(tx -> new Registrations(tx).find(score.registration()))
                            .ifPresent(tokens::forget);
                }
                if (ScoreRules.away(answer)) {
                    platforms.failed(score.registration(), now, schedule.capped(asked));
                } else {
                    platforms.answered(score.registration());
                }
                later(score, asked, answer.summary());
            }
        }
    }

    private void delivered(Score score, String answer) {
        platforms.answered(score.registration());
        record(tx -> tx.delivered(score, answer));
    }

    /** Looked at again now and then: what somebody decided there, they may take back, or the platform was mistaken. */
    private void held(Score score, String answer) {
        platforms.answered(score.registration());
        Optional<Duration> look = schedule.after(score.tries() + 1, random.getAsDouble());
        record(tx -> look.ifPresentOrElse(
                wait -> tx.hold(score, store.clock().instant().plus(wait), answer),
                () -> tx.state(score, ArrivalState.HELD, answer)));
    }

    private void later(Score score, Duration asked, String answer) {
        Optional<Duration> wait = schedule.after(score.tries() + 1, random.getAsDouble(), asked);
        ArrivalState end = score.state() == ArrivalState.HELD ? ArrivalState.HELD : ArrivalState.GIVEN_UP;
        record(tx -> wait.ifPresentOrElse(
                time -> tx.retry(score, store.clock().instant().plus(time), answer),
                () -> tx.state(score, end, answer)));
    }

    private void record(Consumer<Scores> what) {
        store.writeRepeatable(tx -> {
            what.accept(new Scores(tx));
            return true;
        });
    }
}
