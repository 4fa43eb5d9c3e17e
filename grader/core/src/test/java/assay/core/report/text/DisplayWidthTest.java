package assay.core.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({"ada, 3", "Ünï, 3", "e\u0301, 1", "山田, 4", "ｱｲ, 2", "ＡＢ, 4", "한국, 4", "😀, 2", "فرید, 4", "'', 0"})
    void counts_cells_not_characters(String text, int cells) {
        assertThat(DisplayWidth.of(text)).isEqualTo(cells);
    }

    @Test
    void pads_to_cells() {
        assertThat(DisplayWidth.padRight("山田", 6)).isEqualTo("山田  ");
        assertThat(DisplayWidth.padLeft("2.5", 6)).isEqualTo("   2.5");
        assertThat(DisplayWidth.padRight("longer", 3)).isEqualTo("longer");
    }
}
