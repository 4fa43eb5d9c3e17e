package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.net.GuardedWeb;
import assay.server.net.WebAnswer;
import assay.server.net.WebRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Speaks with a platform about one grade: what it holds, and what it is to hold. */
final class GradeService {
    private final GuardedWeb web;

    GradeService(GuardedWeb web) {
        this.web = requireNonNull(web, "web is null");
    }

    /** What a platform holds of somebody. */
    sealed interface Held {
        /** @param part of full marks; empty if there is no grade */
        record Known(Optional<BigDecimal> part) implements Held {}

        record Unknown(WebAnswer answer) implements Held {}
    }

    Held held(Score score, String token) {
        String user = "user_id=" + URLEncoder.encode(score.subject(), StandardCharsets.UTF_8);
        WebAnswer answer = web.send(WebRequest.get(below(score.lineItem(), "/results", user))
                .with("Accept", Lti.RESULTS_TYPE)
                .with("Authorization", "Bearer " + token));
        if (!(answer instanceof WebAnswer.Answered got) || !got.isSuccess()) {
            return new Held.Unknown(answer);
        }
        return Claims.parse("{\"results\":" + got.text() + "}")
                .<Held>map(claims -> new Held.Known(claims.each("results").stream()
                        .filter(result -> result.text("userId").equals(score.subject()))
                        .findFirst()
                        .flatMap(GradeService::part)))
                .orElseGet(() -> new Held.Unknown(new WebAnswer.Failed("the platform's results are none")));
    }

    private static Optional<BigDecimal> part(Claims result) {
        JsonNode value = result.raw("resultScore");
        JsonNode maximum = result.raw("resultMaximum");
        if (!value.isNumber()) {
            return Optional.empty();
        }
        BigDecimal full = maximum.isNumber() ? maximum.decimalValue() : BigDecimal.ONE;
        return full.signum() > 0
                ? Optional.of(value.decimalValue().divide(full, MathContext.DECIMAL64))
                : Optional.empty();
    }

    WebAnswer send(Registration registration, Score score, Instant stamp, String token) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("userId", score.subject());
        body.put("timestamp", stamp.truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("activityProgress", "Completed");
        body.put("gradingProgress", "FullyGraded");
        score.given().ifPresent(points -> {
            body.put("scoreGiven", points.value());
            body.put("scoreMaximum", score.maximum().value());
        });
        if (!score.comment().isEmpty()) {
            body.put("comment", score.comment());
        }
        if (registration.isCanvas()) {
            // Or else each grade would be an attempt, and a late one.
            body.put(Lti.CANVAS_SUBMISSION, canvas(score));
        }
        return web.send(WebRequest.post(
                        below(score.lineItem(), "/scores", ""),
                        Lti.SCORE_TYPE,
                        Claims.JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8))
                .with("Authorization", "Bearer " + token));
    }

    private static Map<String, Object> canvas(Score score) {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("new_submission", score.sent().isEmpty());
        extension.put("submission_type", "none");
        score.submittedAt().ifPresent(at -> extension.put("submitted_at", at.toString()));
        return extension;
    }

    /** Into the path, before the query: Moodle's line items have one. */
    static URI below(URI lineItem, String segment, String query) {
        String text = lineItem.toString();
        int mark = text.indexOf('?');
        String path = mark < 0 ? text : text.substring(0, mark);
        String own = mark < 0 ? "" : text.substring(mark + 1);
        String both = own.isEmpty() || query.isEmpty() ? own + query : own + "&" + query;
        return URI.create((path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                + segment
                + (both.isEmpty() ? "" : "?" + both));
    }
}
