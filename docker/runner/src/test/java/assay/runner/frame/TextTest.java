package assay.runner.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "'', 5, ''",
        "abcde, 5, abcde",
        "abcdef, 5, ab…",
        "éé, 4, éé",
        "ééé, 5, é…",
        "🦉🦉, 8, 🦉🦉",
        "🦉🦉, 7, 🦉…",
        "🦉🦉, 6, …",
        "日本語, 9, 日本語",
        "日本語x, 9, 日本…",
    })
    void cuts_between_code_points(String text, int maxBytes, String capped) {
        assertThat(Text.capped(text, maxBytes)).isEqualTo(capped);
    }

    @Test
    void fits_whatever_the_text() {
        for (String unit : new String[] {"a", "é", "語", "🦉", "\ud83e", "\udd89", "a🦉"}) {
            String capped = Text.capped(unit.repeat(5000), 4096);
            assertThat(capped.getBytes(StandardCharsets.UTF_8).length).isBetween(1360, 4096);
        }
    }
}
