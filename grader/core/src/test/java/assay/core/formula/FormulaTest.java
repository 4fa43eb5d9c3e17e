package assay.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaTest {
    private static final Map<String, Numbers> NAMES = Map.of(
            "a", Numbers.of(6),
            "zero", Numbers.of(0),
            "row", new Numbers(List.of(3), List.of(1.0, -2.0, 4.5)),
            "image", new Numbers(List.of(3, 3), List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)),
            "filter", new Numbers(List.of(2, 2), List.of(1.0, 0.0, 0.0, -1.0)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + 2 * 3                      | 7
            (1 + 2) * 3                    | 9
            8 - 3 - 2                      | 3
            8 / 4 / 2                      | 1
            -a + 10                        | 4
            2 * -a                         | -12
            floor((224 + 2 * 2 - 11) / 4)  | 54
            ceil(0.1) + sqrt(16) + abs(-1) | 6
            min(a, 4) + max(a, 4)          | 10
            sum(row)                       | 3.5
            mean(row) * 2 - 1              | 1.3333333333333335
            log(exp(2))                    | 2
            1e3 + 2.5E-1                   | 1000.25
            row * 2                        | [2, -4, 9]
            1 / row                        | [1, -0.5, 0.2222222222222222]
            relu(row)                      | [1, 0, 4.5]
            row - row                      | [0, 0, 0]
            conv2d(image, filter, 0)       | [[-4, -4], [-4, -4]]
            max_pool2d(image, 2, 1)        | [[5, 6], [8, 9]]
            max_pool2d(image, 2, 2)        | [[5]]
            avg_pool2d(image, 2, 1)        | [[3, 4], [6, 7]]
            61090496                       | 61090496
            """)
    void computes(String text, String value) {
        assertThat(read(text).value(NAMES)).map(Numbers::toString).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / zero", "nothing + 1", "row + image", "conv2d(row, filter, 0)", "max_pool2d(image, 4, 1)",
                "max_pool2d(image, 0, 1)", "avg_pool2d(image, 1.5, 1)", "sqrt(-1)", "exp(1000)",
                        "conv2d(image, filter, -1)"
            })
    void has_no_value_where_there_is_none(String text) {
        assertThat(read(text).value(NAMES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 +             | a number, a name or a '(' is missing at character 4
            (1 + 2          | a ')' is missing at character 7
            1 2             | did not expect this at character 3
            system(1)       | there is no function 'system' at character 7
            plus(1, 2)      | there is no function 'plus' at character 5
            min(1)          | min takes 2 arguments, not 1, at character 7
            a.b             | did not expect this at character 2
            A               | a number, a name or a '(' is missing at character 1
            """)
    void what_is_no_formula_is_told_with_its_place(String text, String message) {
        assertThat(Formula.read(text))
                .isInstanceOfSatisfying(
                        Formula.Reading.Invalid.class,
                        invalid -> assertThat(invalid.message()).startsWith(message));
    }

    @Test
    void neither_length_nor_depth_can_break_it() {
        assertThat(Formula.read("1+".repeat(300) + "1")).isInstanceOf(Formula.Reading.Invalid.class);
        assertThat(Formula.read("(".repeat(500))).isInstanceOf(Formula.Reading.Invalid.class);
        assertThat(read("-".repeat(499) + "1").value(Map.of()))
                .map(Numbers::toString)
                .contains("-1");
    }

    @Test
    void names_come_once_and_in_order() {
        assertThat(read("b * (a + b) + min(c, a)").names()).containsExactly("b", "a", "c");
    }

    private static Formula read(String text) {
        return ((Formula.Reading.Read) Formula.read(text)).formula();
    }
}
