package assay.core.yaml;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant. */
final class Suggestion {
    /** One letter may be wrong, and another in so many: {@code titel} is {@code title}, {@code tensor} not {@code vector}. */
    private static final int LETTERS_A_MISTAKE = 4;

    private static final int WORDS_TO_LIST = 20;

    private Suggestion() {}

    /** To be put behind a sentence: the nearest word, or all of them where none is near. */
    static String of(String word, List<String> words) {
        LevenshteinDistance distance = new LevenshteinDistance(1 + word.length() / LETTERS_A_MISTAKE);
        return words.stream()
                .filter(candidate -> distance.apply(word, candidate) >= 0)
                .min(Comparator.comparing(candidate -> distance.apply(word, candidate)))
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElseGet(() -> words.isEmpty() || words.size() > WORDS_TO_LIST
                        ? ""
                        : "; there are " + String.join(", ", words));
    }
}
