package assay.sandbox.alike;

import assay.core.alike.Comparison;
import assay.core.alike.LeftOut;
import assay.core.alike.Pair;
import assay.core.alike.Spread;
import assay.core.alike.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what the program has printed. */
final class Findings {
    private final Layout layout;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Found> pairs = new ArrayList<>();
    private Spread spread = Spread.NONE;
    private boolean ended;

    private Findings(Layout layout) {
        this.layout = layout;
    }

    /** A pair whose stretches are still to come. */
    private record Found(
            Layout.Laid first,
            Layout.Laid second,
            double similarity,
            double larger,
            int tokens,
            List<Stretch> stretches) {
        Pair whole() {
            return new Pair(first.id(), second.id(), similarity, larger, tokens, stretches);
        }
    }

    /** Empty where it is not whole, or is not what that program prints. */
    static Optional<Comparison.Compared> of(List<String> lines, Layout layout) {
        Findings findings = new Findings(layout);
        try {
            lines.forEach(line -> findings.read(line.split("\t", -1)));
            List<Pair> pairs = findings.pairs.stream().map(Found::whole).toList();
            return findings.ended
                    ? Optional.of(new Comparison.Compared(pairs, findings.spread, findings.leftOut))
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private void read(String... fields) {
        switch (fields[0]) {
            case "out" -> leftOut.add(new LeftOut(layout.work(fields[1]).id(), why(fields[2])));
            case "pair" ->
                pairs.add(new Found(
                        layout.work(fields[1]),
                        layout.work(fields[2]),
                        Double.parseDouble(fields[3]),
                        Double.parseDouble(fields[4]),
                        Integer.parseInt(fields[5]),
                        new ArrayList<>()));
            case "stretch" -> stretch(pairs.get(pairs.size() - 1), fields);
            case "spread" ->
                spread = new Spread(
                        Arrays.stream(fields).skip(1).map(Long::valueOf).toList());
            case "end" -> ended = true;
            default -> throw new IllegalArgumentException("no such line: " + fields[0]);
        }
    }

    private static void stretch(Found pair, String... fields) {
        pair.stretches()
                .add(new Stretch(
                        place(pair.first(), fields[1], fields[2], fields[3]),
                        place(pair.second(), fields[4], fields[5], fields[6]),
                        Integer.parseInt(fields[7])));
    }

    private static Stretch.Place place(Layout.Laid work, String file, String from, String to) {
        return new Stretch.Place(work.path(file), Integer.parseInt(from), Integer.parseInt(to));
    }

    private static String why(String word) {
        return switch (word) {
            case "unreadable" -> "It cannot be read as Java.";
            case "large" -> "It is too large to be compared.";
            case "small" -> "There is too little code in it.";
            default -> throw new IllegalArgumentException("no such reason: " + word);
        };
    }
}
