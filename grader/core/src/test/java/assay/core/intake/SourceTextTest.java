package assay.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
    @Test
    void unicode_is_kept_and_a_byte_order_mark_dropped() {
        byte[] bytes = "\uFEFF// Übung \uD83D\uDE00\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(SourceText.decode(bytes)).isEqualTo(new Parsed.Value<>("// Übung \uD83D\uDE00\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "2f2ffc, 2", // Latin-1
        "fffe2f00, 0", // UTF-16
        "2fc0af, 1", // overlong
        "2feda080, 1", // half a surrogate pair
        "2f2fe4b8, 2", // cut off
        "f5808080, 0", // past the end of Unicode
    })
    void other_bytes_are_named_by_their_place(String hex, int at) {
        assertThat(SourceText.decode(HexFormat.of().parseHex(hex)))
                .isEqualTo(new Parsed.Bad<>("not UTF-8 at byte " + at + "; save the file as UTF-8."));
    }

    @Test
    void invisible_characters_are_noticed_with_their_line() {
        SourceFile trojan = new SourceFile("A.java", "class A {\n  // \u202E } \u2066\n}\n");
        SourceFile innocent = new SourceFile("B.java", "class B {\r\n\t// Übung, 李\n}\n");
        assertThat(HiddenText.notices(List.of(trojan, innocent)))
                .singleElement()
                .extracting(notice -> notice.text())
                .asString()
                .contains("'A.java', line 2", "U+202E");
    }

    @Test
    void only_a_few_files_are_named() {
        List<SourceFile> many = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> new SourceFile(i + ".java", "\u200B"))
                .toList();
        assertThat(HiddenText.notices(many)).hasSize(6);
    }
}
