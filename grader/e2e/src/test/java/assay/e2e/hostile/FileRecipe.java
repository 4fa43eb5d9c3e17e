package assay.e2e.hostile;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * A text that is made when it is needed: {@code head}, {@code repeat} many times, {@code tail}, {@code close} as many
 * times, {@code end}. In {@code repeat}, {@code {i}} is the number of the round and {@code {j}} the one before.
 *
 * @param files how many files there are; in path and text, <code>{n}</code> is the number of the file
 * @param start the number of the first round
 */
record FileRecipe(
        String path,
        @Nullable String head,
        @Nullable String repeat,
        int times,
        int start,
        @Nullable String tail,
        @Nullable String close,
        @Nullable String end,
        int files) {
    int count() {
        return Math.max(1, files);
    }

    String pathOf(int number) {
        return path.replace("{n}", Integer.toString(number));
    }

    String textOf(int number) {
        StringBuilder text = new StringBuilder(or(head));
        String round = or(repeat);
        boolean numbered = round.contains("{");
        for (int i = start; i < start + times; i++) {
            text.append(
                    numbered
                            ? round.replace("{i}", Integer.toString(i)).replace("{j}", Integer.toString(i - 1))
                            : round);
        }
        text.append(or(tail));
        text.append(or(close).repeat(times));
        text.append(or(end));
        return text.toString().replace("{n}", Integer.toString(number));
    }

    private static String or(@Nullable String text) {
        return requireNonNullElse(text, "");
    }
}
