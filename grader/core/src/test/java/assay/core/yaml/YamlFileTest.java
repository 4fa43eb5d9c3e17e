package assay.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlFileTest {
    @TempDir
    private Path folder;

    private Problems found = new Problems("test.yaml");

    @Test
    void values_are_read_as_yaml_1_2_means_them() throws IOException {
        YamlObject root = read("""
                text: plain text
                quoted: "15"
                no: no
                count: 12
                real: -1.5e-3
                flag: true
                list: [1, 2]
                """).flatMap(YamlValue::object).orElseThrow();

        assertThat(root.required("text").flatMap(YamlValue::text)).contains("plain text");
        assertThat(root.required("quoted").flatMap(YamlValue::text)).contains("15");
        assertThat(root.required("no").flatMap(YamlValue::text)).contains("no");
        assertThat(root.required("count").flatMap(value -> value.wholeNumber(0, 12)))
                .contains(12);
        assertThat(root.required("real").flatMap(YamlValue::number)).contains(-1.5e-3);
        assertThat(root.required("flag").flatMap(YamlValue::flag)).contains(true);
        assertThat(root.required("list").flatMap(YamlValue::list).orElseThrow()).hasSize(2);
        assertThat(root.optional("absent")).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_negative_zero_keeps_its_sign() throws IOException {
        YamlObject root = read("zero: -0.0").flatMap(YamlValue::object).orElseThrow();
        assertThat(root.required("zero").flatMap(YamlValue::floatNumber)).contains(-0.0f);
    }

    /** Escapes: {@code \n} is a new line, {@code \t} a tab, {@code \1} the character U+0001. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "\\n            ~ 0:0: the file is empty",
                "# comment      ~ 0:0: the file is empty",
                "a: [1          ~ 1:6: expected ',' or ']', but got <stream end>",
                "a: 'x          ~ 1:6: found unexpected end of stream",
                "a: b: c        ~ 1:5: mapping values are not allowed here",
                "b: 1\\na: \\tb  ~ 2:4: found character '\\t(TAB)' that cannot start any token. "
                        + "(Do not use \\t(TAB) for indentation)",
                "b: 1\\na: \\1   ~ 2:4: the character U+0001 may not stand here",
                "a: 1\\na: 2     ~ 2:1: a: stands here a second time; first in line 1",
                "a: {b: 1, b: 2} ~ 1:11: a.b: stands here a second time; first in line 1",
                "a: &x 1\\nb: *x ~ 2:4: b: aliases (*x) are not taken; write the value out",
                "a: [!foo 1]    ~ 1:5: a[0]: tags (!foo) are not taken",
                "a: 1\\n---\\nb: 2 ~ 3:1: a second document begins here; there may be one",
                "a: 1\\n...\\njunk ~ 3:1: expected '<document start>', but found '<scalar>'",
            })
    void what_is_not_plain_yaml_is_refused_with_its_place(String text, String problem) throws IOException {
        read(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\1", "\u0001"));

        assertThat(problems()).containsExactly(problem);
    }

    @Test
    void a_bomb_of_aliases_is_refused_unexploded() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        read(bomb.toString());

        assertThat(problems()).hasSize(29 * 9).first().asString().contains("aliases (*a0) are not taken");
    }

    /** Each deep below long keys, in few letters. */
    @ParameterizedTest
    @ValueSource(strings = {"{%s}~a,", "[%s]~*a,", "[%s]~!t x,", "{%s}~b: *a,"})
    void many_problems_are_told_in_short(String form) throws IOException {
        String[] parts = form.split("~");
        String inner = parts[0].formatted(parts[1].repeat(5000));
        String key = "{" + "k".repeat(660) + ": ";
        read(key.repeat(48) + inner + "}".repeat(48));

        assertThat(problems())
                .hasSize(1001)
                .last()
                .isEqualTo("0:0: there are more than 1000 problems, too many to list");
        assertThat(problems()).allMatch(problem -> problem.length() < 4000);
    }

    @Test
    void names_of_aliases_and_tags_are_shortened() throws IOException {
        read("a: [*%s, !%s x]".formatted("b".repeat(5000), "c".repeat(5000)));
        assertThat(problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(200));
    }

    @Test
    void a_long_key_is_shortened_and_still_finds_its_problems() throws IOException {
        String key = "k".repeat(300);
        YamlValue value = read(key + ": {b: 1, b: 2}\nother: 1")
                .flatMap(YamlValue::object)
                .flatMap(root -> root.required(key))
                .orElseThrow();

        assertThat(value.path()).isEqualTo("k".repeat(64) + "…");
        assertThat(found.at(value.path())).hasSize(1);
        assertThat(found.at("other")).isEmpty();
    }

    @Test
    void nesting_has_an_end() throws IOException {
        read("[".repeat(100_000));
        assertThat(problems()).singleElement().asString().contains("nesting depth");
    }

    @Test
    void a_file_has_an_end() throws IOException {
        read("a: " + "x".repeat(1024 * 1024));
        assertThat(problems()).containsExactly("0:0: the file is larger than 1 MiB");
    }

    @Test
    void what_is_not_utf_8_is_refused_with_its_place() throws IOException {
        Path file = folder.resolve("test.yaml");
        Files.write(file, "a: 1\nb: \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        found = new Problems("test.yaml");

        assertThat(YamlFile.read(file, found)).isEmpty();
        assertThat(problems()).containsExactly("2:4: this is not UTF-8");
    }

    @Test
    void a_file_that_is_not_there_is_a_problem() {
        found = new Problems("test.yaml");
        assertThat(YamlFile.read(folder.resolve("absent.yaml"), found)).isEmpty();
        assertThat(problems()).containsExactly("0:0: there is no such file");
    }

    @Test
    void a_folder_is_not_a_file() {
        found = new Problems("test.yaml");
        assertThat(YamlFile.read(folder, found)).isEmpty();
        assertThat(problems()).containsExactly("0:0: this is not a file");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "12x   | must be a whole number, but is '12x'",
                "1.0   | must be a whole number, but is '1.0'",
                "11    | must be from 0 to 10, but is '11'",
                "-1    | must be from 0 to 10, but is '-1'",
                "99999999999999999999999 | must be from 0 to 10, but is '99999999999999999999999'",
                "~     | must be a whole number, but is '~'",
                "null  | must be a whole number, but is empty",
                "[1]   | must be a whole number, but is a list",
                "{a: 1} | must be a whole number, but is a mapping",
            })
    void a_whole_number_is_nothing_else(String text, String message) throws IOException {
        assertThat(read("a: " + text)
                        .flatMap(YamlValue::object)
                        .flatMap(root -> root.required("a"))
                        .flatMap(value -> value.wholeNumber(0, 10)))
                .isEmpty();

        assertThat(problems()).containsExactly("1:4: a: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        ".inf, must be a finite number",
        ".nan, must be a finite number",
        "1e999, is too large",
        "x, must be a number"
    })
    void a_number_is_finite(String text, String message) throws IOException {
        assertThat(read("a: " + text)
                        .flatMap(YamlValue::object)
                        .flatMap(root -> root.required("a"))
                        .flatMap(YamlValue::number))
                .isEmpty();

        assertThat(problems()).singleElement().asString().contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "titel, '; did you mean ''title''?'",
        "Title, '; did you mean ''title''?'",
        "cases_of, '; did you mean ''cases-of''?'",
        "zzz, '; there are title, cases-of, id'",
    })
    void an_unknown_key_is_told_its_nearest(String key, String suggestion) throws IOException {
        read(key + ": 1").flatMap(YamlValue::object).orElseThrow().allow(List.of("title", "cases-of", "id"));
        assertThat(problems()).containsExactly("1:1: " + key + ": unknown key" + suggestion);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Whatever a file holds, reading it ends in a value or in problems, and never in an exception. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_text_breaks_the_reader(long seed) throws IOException {
        Random random = new Random(seed);
        String alphabet = "ab: -[]{},&*!|>'\"%@`#?\n\n  \t01.e~\\<=\u0000\u00e9\ud83d\ude00";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(200); i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        Optional<YamlValue> root = read(text.toString());

        assertThat(root.isPresent() || !problems().isEmpty()).isTrue();
    }

    private Optional<YamlValue> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("test.yaml"), text.replaceAll("[\ud800-\udfff]", "?"));
        found = new Problems("test.yaml");
        return YamlFile.read(file, found).map(YamlFile::root);
    }

    private List<String> problems() {
        return found.found().stream()
                .map(problem -> problem.line() + ":" + problem.column() + ": "
                        + (problem.key().isEmpty() ? "" : problem.key() + ": ") + problem.message())
                .toList();
    }
}
