package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.formula.Numbers;
import java.util.Locale;

/** An answer in {@code answers.yaml}, or what it should be. */
public sealed interface AnswerValue {
    Kind kind();

    /** A number, a list or a table. */
    record OfNumbers(Numbers numbers) implements AnswerValue {
        public OfNumbers {
            requireNonNull(numbers, "numbers is null");
        }

        @Override
        public Kind kind() {
            return switch (numbers.shape().size()) {
                case 0 -> Kind.NUMBER;
                case 1 -> Kind.LIST;
                default -> Kind.TABLE;
            };
        }

        @Override
        public String toString() {
            return numbers.toString();
        }
    }

    /** A word or two, such as {@code torch.float64}; upper and lower case are the same. */
    record Word(String text) implements AnswerValue {
        public Word {
            requireNonNull(text, "text is null");
        }

        @Override
        public Kind kind() {
            return Kind.WORD;
        }

        /** Whether it says the same. */
        public boolean sameAs(Word other) {
            return plain(text).equals(plain(other.text));
        }

        private static String plain(String text) {
            return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements AnswerValue {
        @Override
        public Kind kind() {
            return Kind.FLAG;
        }

        @Override
        public String toString() {
            return yes ? "true" : "false";
        }
    }

    /** What form an answer has, which is no secret. */
    enum Kind {
        NUMBER("a number, such as 23232 or 0.25"),
        LIST("a list of numbers, such as [5, 3]"),
        TABLE("a table of numbers, such as [[1, 2], [3, 4]]"),
        WORD("a word, such as float32"),
        FLAG("true or false");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What to write, with an example. */
        public String words() {
            return words;
        }
    }
}
