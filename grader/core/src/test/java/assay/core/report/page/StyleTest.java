package assay.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");
    private static final double READABLE = 4.5;
    private static final double SEEN = 3;

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, panel",
        "ink, sunk",
        "ink, accent-wash",
        "ink, good-wash",
        "ink, bad-wash",
        "ink, ours-wash",
        "soft, paper",
        "soft, panel",
        "soft, sunk",
        "accent, paper",
        "accent, panel",
        "accent, accent-wash",
        "accent, ours-wash",
        "good, paper",
        "good, panel",
        "good, good-wash",
        "bad, paper",
        "bad, panel",
        "bad, sunk",
        "bad, bad-wash",
        "ours, paper",
        "ours, ours-wash"
    })
    void text_is_readable_by_day_and_by_night(String ink, String paper) {
        for (Map<String, String> colours : themes()) {
            assertThat(contrast(colours.getOrDefault(ink, ""), colours.getOrDefault(paper, "")))
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"good-fill, panel", "bad-fill, panel", "accent, sunk", "h3, h0", "h4, h0", "h5, panel"})
    void what_is_drawn_can_be_seen(String fill, String ground) {
        for (Map<String, String> colours : themes()) {
            assertThat(contrast(colours.getOrDefault(fill, ""), colours.getOrDefault(ground, "")))
                    .isGreaterThanOrEqualTo(SEEN);
        }
    }

    @Test
    void the_policy_names_the_sheet() {
        assertThat(Style.of("a { color: red }").policy())
                .isNotEqualTo(Style.of("a { color: blue }").policy());
        assertThat(Style.load()).isEqualTo(Style.load());
    }

    private static List<Map<String, String>> themes() {
        String sheet = Style.load().sheet();
        int dark = sheet.indexOf("@media (prefers-color-scheme: dark)");
        int end = sheet.indexOf("*, *::before");
        return List.of(colours(sheet.substring(0, dark)), colours(sheet.substring(dark, end)));
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new HashMap<>();
        Matcher matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    /** As WCAG 2.2 defines it. */
    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
