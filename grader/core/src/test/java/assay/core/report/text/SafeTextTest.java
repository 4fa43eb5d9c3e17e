package assay.core.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B,
                0x2060, 0xFEFF, 0x00AD, 0xE0041, 0x2028, 0x0000, 0x0007, 0x000D, 0x001B, 0x007F, 0x009B, 0x3164
            })
    void what_cannot_be_seen_or_turns_the_text_around_becomes_visible(int point) {
        String text = "a" + Character.toString(point) + "b";

        assertThat(SafeText.visible(text, 100)).isEqualTo(String.format("a⟨U+%04X⟩b", point));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain\ttext\nof two lines", "Ünïcödé", "فرید", "山田 花子", "👩‍💻", "می‌خواهم"})
    void honest_text_stays_as_it_is(String text) {
        assertThat(SafeText.visible(text, 100)).isEqualTo(text);
    }

    @Test
    void a_lone_surrogate_becomes_the_replacement_character() {
        assertThat(SafeText.visible("a\uD800b\uDC00", 100)).isEqualTo("a\uFFFDb\uFFFD");
    }

    @ParameterizedTest
    @CsvSource({"4, abcd… (6 more characters)", "9, abcdefghi… (1 more characters)", "10, abcdefghij", "11, abcdefghij"
    })
    void long_text_is_cut_with_a_note(int cap, String shown) {
        assertThat(SafeText.visible("abcdefghij", cap)).isEqualTo(shown);
    }

    @Test
    void a_cut_never_goes_through_a_character() {
        assertThat(SafeText.visible("ab😀cd", 3)).isEqualTo("ab… (4 more characters)");
    }

    @Test
    void a_line_has_no_line_feeds() {
        assertThat(SafeText.line(" one\r\ntwo\nthree\tfour ", 100)).isEqualTo("one two three four");
    }
}
