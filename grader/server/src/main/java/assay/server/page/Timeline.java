package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way of a submission through the queue, as a bar of 100 by 8: what took how long.
 *
 * @param steps the same in words, with times of day
 */
public record Timeline(List<Span> spans, List<String> steps) {
    private static final double WIDTH = 100;
    /** So that what was over at once can be seen. */
    private static final double LEAST = 0.8;

    /** A stretch of the bar. */
    public record Span(String name, String length, String tone, double x, double width) {
        public Span {
            requireNonNull(name, "name is null");
            requireNonNull(length, "length is null");
            requireNonNull(tone, "tone is null");
        }
    }

    /**
     * What happened for so long.
     *
     * @param tone a class of the style sheet
     */
    public record Stage(String name, String tone, Duration length) {
        public Stage {
            requireNonNull(name, "name is null");
            requireNonNull(tone, "tone is null");
            requireNonNull(length, "length is null");
        }
    }

    public Timeline {
        spans = List.copyOf(spans);
        steps = List.copyOf(steps);
    }

    /** @param stages one after the other */
    public static Timeline of(List<Stage> stages, List<String> steps) {
        double all =
                stages.stream().mapToDouble(stage -> millis(stage.length())).sum();
        if (all == 0) {
            return new Timeline(List.of(), steps); // nothing to be drawn
        }
        double shared = WIDTH - LEAST * stages.size();
        List<Span> spans = new ArrayList<>();
        double x = 0;
        for (Stage stage : stages) {
            double width = LEAST + shared * millis(stage.length()) / all;
            spans.add(new Span(
                    stage.name(), Rounded.words(stage.length()), stage.tone(), hundredths(x), hundredths(width)));
            x += width;
        }
        return new Timeline(spans, steps);
    }

    private static double millis(Duration length) {
        return length.isNegative() ? 0 : length.toMillis();
    }

    private static double hundredths(double number) {
        return Math.round(number * 100) / 100.0;
    }

    /** The picture in words. */
    public String summary() {
        return spans.stream().map(span -> span.name() + " " + span.length()).collect(Collectors.joining(", "));
    }
}
